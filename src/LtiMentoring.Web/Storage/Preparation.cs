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
        catch (DbException e)
        {
            throw new DatabaseAwayException($"The database could not be opened: {e.Message} Check the setting Database.", e);
        }
        await scope.ServiceProvider.GetRequiredService<ToolKeys>().CurrentAsync(cancel);
    }
}
