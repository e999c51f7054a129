using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Keys and relations of what a mentor keeps: sheets, journal, bookmarks, plan and certificates.</summary>
static class KeepsakeTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SheetRevision>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.Place, row.Number });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Publication>().WithMany().HasForeignKey(row => row.PublicationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<JournalEntry>(table =>
        {
            table.HasIndex(row => new { row.PersonId, row.WrittenAt });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Bookmark>(table =>
        {
            table.HasKey(row => new { row.PersonId, row.ModuleId, row.LessonId });
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CheckInPlan>(table =>
        {
            table.HasKey(row => row.PersonId);
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SurveyAnswer>().HasIndex(row => new { row.DistrictId, row.CourseId, row.Place });
        model.Entity<Certificate>(table =>
        {
            table.HasKey(row => row.Code);
            table.HasIndex(row => row.CompletionId).IsUnique();
            table.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<Completion>().WithMany().HasForeignKey(row => row.CompletionId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
