using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LtiMentoring.Web.Storage;

static class StorageServices
{
    public static void AddStorage(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new WriteTurn(oneWriter: !settings.UsesPostgres));
        services.AddDbContext<MentoringDb>(options => Use(options, settings));
        services.AddSingleton<PublicationCache>();
        services.AddSingleton<ToolKeys>();
        services.AddScoped<Courses>();
        services.AddScoped<Progress>();
        services.AddScoped<PlacedLinks>();
        services.AddScoped<LmsCourses>();
        services.AddScoped<CourseCopies>();
        services.AddScoped<Receipts>();
        services.AddScoped<Writings>();
        services.AddScoped<Sheets>();
        services.AddScoped<CheckInPlans>();
        services.AddScoped<Bookmarks>();
        services.AddScoped<Journal>();
        services.AddScoped<Certificates>();
        services.AddScoped<Surveys>();
        services.AddScoped<Leases>();
        services.AddSingleton<Sweep>();
        services.AddHostedService(provider => provider.GetRequiredService<Sweep>());
        services.AddDataProtection().SetApplicationName("LtiMentoring");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new ProtectionKeyRing(provider)));
    }

    public static void Use(DbContextOptionsBuilder options, Settings settings)
    {
        if (settings.UsesPostgres)
            options.UseNpgsql(settings.Database);
        else
            options.UseSqlite(settings.Database).AddInterceptors(new FullySynchronous());
    }

    /// <summary>A committed row survives a power cut. The setting belongs to the connection, not to the file.</summary>
    sealed class FullySynchronous : DbConnectionInterceptor
    {
        const string Pragma = "PRAGMA synchronous=FULL";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
