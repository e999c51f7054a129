using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LtiMentoring.Web.Storage;

/// <summary>The database cannot be reached. The message is for the operator.</summary>
public sealed class DatabaseAwayException(string message, Exception inner) : Exception(message, inner);

/// <summary>What must be done before the first request, safely from several replicas at once.</summary>
public static class Preparation
{
    public static async Task PrepareAsync(this IHost app, CancellationToken cancel)
    {
        app.Services.GetRequiredService<Settings>().MakeDatabaseFile();
        await app.OpenedAsync(db => SafeMigrator.MigrateAsync(db, cancel));
        await app.Services.GetRequiredService<ToolKeys>().CurrentAsync(cancel);
    }

    /// <summary>
    /// For a command beside the serving tool: on the database that the tool works on. Where the settings name none that is there,
    /// they are not the tool's, and a new one would answer instead without anybody noticing.
    /// </summary>
    /// <exception cref="SettingsException">There is no database of this tool.</exception>
    public static async Task PrepareBesideAsync(this IHost app, CancellationToken cancel)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var isThere = (settings.DatabaseFile is null || File.Exists(settings.DatabaseFile))
            && await app.OpenedAsync(db => db.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancel));
        if (!isThere)
            throw new SettingsException($"There is no database of this tool yet: {settings.DatabaseName}. Give this command the settings with which "
                + "the tool serves, Database or DataDirectory, as the same account. If the tool has never been started, start it, or use the command migrate.");
        Console.WriteLine($"Database: {settings.DatabaseName}");
        await app.PrepareAsync(cancel);
    }

    static async Task OpenedAsync(this IHost app, Func<MentoringDb, Task> work) => await app.OpenedAsync(async db =>
    {
        await work(db);
        return true;
    });

    static async Task<T> OpenedAsync<T>(this IHost app, Func<MentoringDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider.GetRequiredService<MentoringDb>());
        }
        // EF wraps what may pass by itself, as a database that does not answer.
        catch (Exception e) when ((e as DbException ?? e.InnerException as DbException) is { } reason)
        {
            throw new DatabaseAwayException($"The database could not be opened: {reason.Message} Check the setting Database.", e);
        }
    }
}
