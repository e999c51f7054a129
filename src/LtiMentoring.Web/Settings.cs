using Microsoft.Data.Sqlite;
using Npgsql;

namespace LtiMentoring.Web;

/// <summary>What an operator sets, in appsettings.json or the environment. Each is checked when the program starts.</summary>
public sealed record Settings
{
    const string NoConnectionString = "Database is no connection string. Write \"Data Source=FILE\" for SQLite or \"Host=…;Database=…\" for PostgreSQL.";

    public const string DefaultPublicUrl = "http://127.0.0.1:5100";

    /// <summary>A connection string: <c>Data Source=…</c> for SQLite, <c>Host=…</c> for PostgreSQL.</summary>
    public required string Database { get; init; }

    /// <summary>The address under which browsers and platforms reach this tool, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Where the SQLite database lies, unless <see cref="Database"/> says otherwise.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the course lies as files; the one that ships with the tool unless an operator says otherwise.</summary>
    public string CourseDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "Curriculum");

    /// <summary>Whether the tool is being tried on one machine, where nothing is encrypted.</summary>
    public bool IsLocal => PublicUrl.StartsWith("http:", StringComparison.Ordinal);

    /// <summary>Hosts on private addresses that may be called all the same: an LMS in the operator's own network.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>The file of the SQLite database; null on PostgreSQL.</summary>
    public string? DatabaseFile => UsesPostgres ? null : Path.GetFullPath(new SqliteConnectionStringBuilder(Database).DataSource);

    /// <summary>Which database it is, without what opens it.</summary>
    public string DatabaseName => DatabaseFile ?? NameOf(new NpgsqlConnectionStringBuilder(Database));

    static string NameOf(NpgsqlConnectionStringBuilder postgres) => $"{postgres.Database} on {postgres.Host}";

    public bool UsesPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of <see cref="PublicUrl"/>, for a tool that lives below its host's root.</summary>
    public string PathBase => new Uri(PublicUrl).AbsolutePath.TrimEnd('/');

    /// <exception cref="SettingsException">One of them is wrong; the message is for the operator.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["DataDirectory"] is { Length: > 0 } given ? given : "data");
        var database = configuration["Database"] is { Length: > 0 } set ? set : $"Data Source={Path.Combine(directory, "ltimentoring.db")}";
        var settings = new Settings
        {
            Database = database,
            PublicUrl = CheckPublicUrl(configuration["PublicUrl"] is { Length: > 0 } url ? url : DefaultPublicUrl),
            DataDirectory = directory,
            PrivateHosts = [.. (configuration["PrivateHosts"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CheckHost)],
            CourseDirectory = Path.GetFullPath(configuration["CourseDirectory"] is { Length: > 0 } course ? course : Path.Combine(AppContext.BaseDirectory, "Curriculum")),
        };
        if (settings.UsesPostgres)
            CheckPostgres(database);
        else
            CheckSqlite(database);
        return settings;
    }

    static string CheckPublicUrl(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new SettingsException($"PublicUrl is \"{address}\". Set it to the address people see, for example https://mentoring.example.org.");
        if (uri.Scheme == "http" && !uri.IsLoopback)
            throw new SettingsException($"PublicUrl is \"{address}\". Start it with https://: browsers keep no cookies in an LMS's frame without it.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            throw new SettingsException($"PublicUrl is \"{address}\". Leave out everything after the path.");
        return uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    static string CheckHost(string host) =>
        Uri.CheckHostName(host) != UriHostNameType.Unknown ? host
        : throw new SettingsException($"PrivateHosts has \"{host}\". Name hosts only, without https:// and port, with spaces between them, for example: moodle.district.local 10.0.0.5.");

    static void CheckPostgres(string database)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(database);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException($"{NoConnectionString} ({e.Message})");
        }
    }

    static void CheckSqlite(string database)
    {
        var hasFile = false;
        try
        {
            hasFile = new SqliteConnectionStringBuilder(database).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            // It has none, as far as anybody can read.
        }
        if (!hasFile)
            throw new SettingsException(NoConnectionString);
    }

    /// <summary>Makes the folder and the file of the SQLite database, unless they are there.</summary>
    /// <exception cref="SettingsException">This account may not write there.</exception>
    public void MakeDatabaseFile()
    {
        // One that is there is never opened here: closing it again would take away the locks that SQLite holds on it in this program.
        if (DatabaseFile is not { } file || File.Exists(file))
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
            // The tool's keys will lie in it.
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = new FileStream(file, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The database file {file} cannot be written: {e.Message} Set DataDirectory or Database to a place that this account may write to.");
        }
    }
}

/// <summary>A setting that the program cannot start with.</summary>
public sealed class SettingsException(string message) : Exception(message);
