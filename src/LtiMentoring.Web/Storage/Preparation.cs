using System.Data.Common;

namespace LtiMentoring.Web.Storage;

/// <summary>The database cannot be reached. The message is for the operator.</summary>
public sealed class DatabaseAwayException(string message, Exception inner) : Exception(message, inner);

/// <summary>What must be done before the first request, safely from several replicas at once.</summary>
public static class Preparation
{
    public static async Task PrepareAsync(this IHost app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await SafeMigrator.MigrateAsync(scope.ServiceProvider.GetRequiredService<MentoringDb>(), cancel);
        }
        // EF wraps what may pass by itself, as a database that does not answer.
        catch (Exception e) when ((e as DbException ?? e.InnerException as DbException) is { } reason)
        {
            throw new DatabaseAwayException($"The database could not be opened: {reason.Message} Check the setting Database.", e);
        }
        await scope.ServiceProvider.GetRequiredService<ToolKeys>().CurrentAsync(cancel);
    }
}
