using System.Diagnostics;

namespace LtiMentoring.Web.Tests.Machine;

/// <summary>
/// A program that tests need and that is no NuGet package. It is taken from the machine; where it is missing and this
/// account may install packages, it is installed; otherwise the tests fail and say what to install.
/// </summary>
static class SystemPackage
{
    /// <summary>The program's path, once <paramref name="find"/> finds it.</summary>
    public static string Require(string what, Func<string?> find, params string[] packages) =>
        Require(what, find, mayInstall: Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"), packages);

    /// <param name="what">What it is, for whoever reads that it is missing.</param>
    /// <param name="find">Looks for it.</param>
    /// <param name="mayInstall">Whether this account may install packages.</param>
    /// <param name="packages">The Debian packages that bring it.</param>
    public static string Require(string what, Func<string?> find, bool mayInstall, params string[] packages)
    {
        if (find() is { } present)
            return present;
        var command = $"apt-get install -y --no-install-recommends {string.Join(' ', packages)}";
        if (!mayInstall)
            throw new InvalidOperationException($"{what} is needed and was not found. Install it, on Debian or Ubuntu with: sudo {command}");
        // Two test assemblies may come here at the same time.
        using var turn = TakeTurn();
        if (find() is { } meanwhile)
            return meanwhile;
        Run("/usr/bin/apt-get", "update -qq");
        Run("/usr/bin/apt-get", command["apt-get ".Length..]);
        return find() ?? throw new InvalidOperationException($"{what} was installed ({command}) and still not found.");
    }

    /// <summary>The first of these files that exists.</summary>
    public static string? FirstOf(params IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);

    static FileStream TakeTurn()
    {
        var file = Path.Combine(Path.GetTempPath(), "ltimentoring-install.lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(500);
            }
        }
    }

    static void Run(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {arguments} failed:\n{output.Result}\n{errors}");
    }
}
