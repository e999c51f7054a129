namespace LtiMentoring.SampleLms;

static class Program
{
    static async Task<int> Main(string[] args)
    {
        if (args is ["--help"] or ["-h"])
        {
            await Console.Out.WriteLineAsync(CommandLine.Usage);
            return 0;
        }

        SampleLmsOptions options;
        try
        {
            options = CommandLine.Read(args);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}{Environment.NewLine}{CommandLine.Usage}");
            return 2;
        }

        await using var app = SampleLmsApp.Build(options, args: args);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"Sample LMS: {app.Services.GetRequiredService<Lms>().Address}/");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
