using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// Brings the database to this version's model, once, however many replicas start together. EF's own lock is not
/// enough: on PostgreSQL two starting programs can apply one migration twice, and on SQLite a killed program leaves its
/// lock behind for ever.
/// </summary>
static class SafeMigrator
{
    const long AdvisoryLock = 0x4C54494D454E54;

    public static Task MigrateAsync(MentoringDb db, CancellationToken cancel) =>
        db.Database.IsSqlite() ? MigrateSqliteAsync(db, cancel) : MigratePostgresAsync(db, cancel);

    static async Task MigratePostgresAsync(MentoringDb db, CancellationToken cancel)
    {
        // One connection for the whole migration: an advisory lock belongs to its connection.
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLock})", cancel);
            // MigrateAsync would ask for this table first, and log an error that frightens whoever starts the tool for the first time.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task MigrateSqliteAsync(MentoringDb db, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        await using var gate = await LockAsync(file + ".migrate", cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
            // Behind the file lock, a row in EF's lock table is always a dead program's.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task<FileStream> LockAsync(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
