using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// Everything that is kept. A context sees one district at a time, and without one it sees no district's rows at all.
/// </summary>
public sealed class MentoringDb(DbContextOptions<MentoringDb> options, WriteTurn turn) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps districts apart.</summary>
    public const string DistrictFilter = "District";

    const int MostTries = 5;

    /// <summary>Whose rows this context reads and writes.</summary>
    public Guid? DistrictId { get; set; }

    public DbSet<District> Districts => Set<District>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<Deployment> Deployments => Set<Deployment>();
    public DbSet<PendingDeployment> PendingDeployments => Set<PendingDeployment>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<OperatorVisit> OperatorVisits => Set<OperatorVisit>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<LmsCourse> LmsCourses => Set<LmsCourse>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<CohortMember> CohortMembers => Set<CohortMember>();
    public DbSet<CourseCopy> CourseCopies => Set<CourseCopy>();
    public DbSet<ReceivedNotice> ReceivedNotices => Set<ReceivedNotice>();
    public DbSet<PlacedLink> PlacedLinks => Set<PlacedLink>();
    public DbSet<OpenedLink> OpenedLinks => Set<OpenedLink>();
    public DbSet<StoredSession> Sessions => Set<StoredSession>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<StoredAttempt> Attempts => Set<StoredAttempt>();
    public DbSet<StoredStep> Steps => Set<StoredStep>();
    public DbSet<FinishedLesson> FinishedLessons => Set<FinishedLesson>();
    public DbSet<Writing> Writings => Set<Writing>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SheetRevision> SheetRevisions => Set<SheetRevision>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();
    public DbSet<CheckInPlan> CheckInPlans => Set<CheckInPlan>();
    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<Completion> Completions => Set<Completion>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<StoredToolKey> ToolKeys => Set<StoredToolKey>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>
    /// The one way to write: a transaction, taken in turn on SQLite and committed when <paramref name="work"/> is done and
    /// saved. When somebody else wrote the same row first, the work is done again and finds it; so it reads what it needs.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancel = default)
    {
        using var taken = await turn.TakeAsync(cancel);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(cancel);
                var result = await work();
                await SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return result;
            }
            catch (Exception e) when (tries < MostTries && WriteConflict.Is(e))
            {
                ChangeTracker.Clear();
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<Task> work, CancellationToken cancel = default) =>
        WriteAsync(async () => { await work(); return true; }, cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Check();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Check();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    void Check()
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException("Rows are written inside WriteAsync only.");
        foreach (var entry in ChangeTracker.Entries<IDistrictRow>())
            if (entry.State is not EntityState.Unchanged && entry.Entity.DistrictId != DistrictId)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another district was about to be written.");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDates>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Registration>().HasIndex(row => new { row.Issuer, row.ClientId }).IsUnique();
        modelBuilder.Entity<PendingDeployment>(table =>
        {
            table.HasIndex(row => new { row.RegistrationId, row.DeploymentId }).IsUnique();
            table.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ReceivedNotice>(table =>
        {
            table.HasKey(row => new { row.RegistrationId, row.NonceHash });
            table.HasIndex(row => row.ReceivedAt);
            table.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<OneTimeLink>().HasKey(row => row.TokenHash);
        modelBuilder.Entity<OperatorVisit>().HasKey(row => row.KeyHash);
        modelBuilder.Entity<District>(table =>
        {
            table.Property(row => row.Languages).HasDefaultValue(District.AllLanguages);
            table.Property(row => row.SchoolYearMonth).HasDefaultValue(District.FirstMonth);
        });
        modelBuilder.Entity<StoredToolKey>(table =>
        {
            table.HasKey(row => row.Kid);
            table.Property(row => row.SignsFrom).HasDefaultValue(DateTime.UnixEpoch);
        });
        modelBuilder.Entity<ProtectionKey>().HasKey(row => row.Name);
        modelBuilder.Entity<Lease>().HasKey(row => row.Name);
        DistrictTables.Configure(modelBuilder);
        OwnRow<Deployment>(modelBuilder);
        OwnRow<Person>(modelBuilder);
        OwnRow<LmsCourse>(modelBuilder);
        OwnRow<Cohort>(modelBuilder);
        OwnRow<CohortMember>(modelBuilder);
        OwnRow<CourseCopy>(modelBuilder);
        OwnRow<PlacedLink>(modelBuilder);
        OwnRow<OpenedLink>(modelBuilder);
        OwnRow<StoredSession>(modelBuilder);
        OwnRow<Publication>(modelBuilder);
        OwnRow<StoredAttempt>(modelBuilder);
        OwnRow<StoredStep>(modelBuilder);
        OwnRow<FinishedLesson>(modelBuilder);
        OwnRow<Writing>(modelBuilder);
        OwnRow<Draft>(modelBuilder);
        OwnRow<SheetRevision>(modelBuilder);
        OwnRow<JournalEntry>(modelBuilder);
        OwnRow<Bookmark>(modelBuilder);
        OwnRow<CheckInPlan>(modelBuilder);
        OwnRow<SurveyAnswer>(modelBuilder);
        OwnRow<Certificate>(modelBuilder);
        OwnRow<Completion>(modelBuilder);
        OwnRow<Receipt>(modelBuilder);
    }

    void OwnRow<T>(ModelBuilder model) where T : class, IDistrictRow
    {
        model.Entity<T>().HasQueryFilter(DistrictFilter, row => row.DistrictId == DistrictId);
        model.Entity<T>().HasOne<District>().WithMany().HasForeignKey(row => row.DistrictId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>UTC in, UTC out: SQLite keeps no kind, and PostgreSQL takes no other.</summary>
    sealed class UtcDates() : ValueConverter<DateTime, DateTime>(
        date => date.ToUniversalTime(), date => DateTime.SpecifyKind(date, DateTimeKind.Utc));
}
