using Microsoft.Data.Sqlite;
using Npgsql;

namespace LtiMentoring.Web.Storage;

/// <summary>Errors that say that another writer was first, on both databases.</summary>
static class WriteConflict
{
    const int SqliteBusy = 5;
    const int SqliteUnique = 2067;
    const int SqlitePrimaryKey = 1555;

    public static bool Is(Exception error) => (error as PostgresException ?? error.InnerException as PostgresException) is { } postgres
        ? postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        : (error as SqliteException ?? error.InnerException as SqliteException) is { } sqlite
            && (sqlite.SqliteErrorCode == SqliteBusy || sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey);
}
