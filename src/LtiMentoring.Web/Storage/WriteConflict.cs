using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LtiMentoring.Web.Storage;

/// <summary>Errors that say that another writer was first, on both databases.</summary>
static class WriteConflict
{
    const int SqliteBusy = 5;
    const int SqliteUnique = 2067;
    const int SqlitePrimaryKey = 1555;

    /// <summary>Whether it is one. No row carries a concurrency token, so EF's own exception means that a row is gone.</summary>
    public static bool Is(Exception error) => error is DbUpdateConcurrencyException || IsOfDatabase(error) || error.InnerException is { } inner && IsOfDatabase(inner);

    static bool IsOfDatabase(Exception error) => error switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteBusy || sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };
}
