using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Keys, relations and indexes of the rows that belong to a district.</summary>
static class DistrictTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Deployment>(table =>
        {
            table.HasIndex(row => new { row.RegistrationId, row.DeploymentId }).IsUnique();
            table.HasIndex(row => row.DueAt);
            table.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Person>().HasIndex(row => new { row.DistrictId, row.Issuer, row.Subject }).IsUnique();
        model.Entity<PlacedLink>(table =>
        {
            table.HasIndex(row => new { row.DeploymentId, row.ResourceLinkId }).IsUnique();
            table.HasOne<Deployment>().WithMany().HasForeignKey(row => row.DeploymentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OpenedLink>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.PlacedLinkId });
            table.HasIndex(row => row.StartedNextTryAt).HasFilter("\"Started\" = 'Pending'");
            table.HasOne<PlacedLink>().WithMany().HasForeignKey(row => row.PlacedLinkId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredSession>(table =>
        {
            table.HasKey(row => row.IdHash);
            table.HasIndex(row => row.Nonce).IsUnique();
            table.HasIndex(row => row.SeenAt);
            table.Property(row => row.Purpose).HasDefaultValue(SessionPurpose.Course);
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<PlacedLink>().WithMany().HasForeignKey(row => row.PlacedLinkId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Publication>().HasIndex(row => new { row.DistrictId, row.CourseId, row.Number }).IsUnique();
        ConfigureCourses(model);
        ConfigurePractice(model);
        ConfigureCompletion(model);
        KeepsakeTables.Configure(model);
    }

    static void ConfigureCourses(ModelBuilder model)
    {
        model.Entity<LmsCourse>(table =>
        {
            table.HasIndex(row => new { row.DeploymentId, row.ContextId }).IsUnique();
            table.HasIndex(row => row.DueAt);
            table.HasOne<Deployment>().WithMany().HasForeignKey(row => row.DeploymentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Cohort>(table =>
        {
            table.HasIndex(row => new { row.LmsCourseId, row.GroupId }).IsUnique();
            table.HasOne<LmsCourse>().WithMany().HasForeignKey(row => row.LmsCourseId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CohortMember>(table =>
        {
            table.HasKey(row => new { row.CohortId, row.PersonId });
            table.HasOne<Cohort>().WithMany().HasForeignKey(row => row.CohortId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CourseCopy>(table =>
        {
            table.HasKey(row => new { row.DeploymentId, row.ContextId, row.OriginId });
            table.HasOne<Deployment>().WithMany().HasForeignKey(row => row.DeploymentId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    static void ConfigurePractice(ModelBuilder model)
    {
        model.Entity<StoredAttempt>(table =>
        {
            table.HasIndex(row => new { row.PersonId, row.ModuleId, row.LessonId });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Publication>().WithMany().HasForeignKey(row => row.PublicationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredStep>(table =>
        {
            table.HasKey(row => new { row.AttemptId, row.Number });
            table.HasOne<StoredAttempt>().WithMany().HasForeignKey(row => row.AttemptId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FinishedLesson>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.CourseId, row.ModuleId, row.LessonId });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Writing>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.Place });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Draft>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.Page, row.Field });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    static void ConfigureCompletion(ModelBuilder model)
    {
        model.Entity<Completion>(table =>
        {
            table.HasIndex(row => new { row.PersonId, row.CourseId, row.ModuleId }).IsUnique();
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Receipt>(table =>
        {
            table.HasIndex(row => new { row.CompletionId, row.PlacedLinkId }).IsUnique();
            // The sender only ever looks at what is pending; what was accepted long ago costs it nothing.
            table.HasIndex(row => row.NextTryAt).HasFilter("\"State\" = 'Pending'");
            table.HasIndex(row => new { row.PersonId, row.LineItem });
            table.HasOne<Completion>().WithMany().HasForeignKey(row => row.CompletionId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<PlacedLink>().WithMany().HasForeignKey(row => row.PlacedLinkId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
