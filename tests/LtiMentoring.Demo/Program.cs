using System.CommandLine;

namespace LtiMentoring.Demo;

/// <summary>One command to see it work: starts the tool and a sample LMS, and makes them known to each other.</summary>
static class Program
{
    static Task<int> Main(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Where databases and keys are kept between two starts.", DefaultValueFactory = _ => new DirectoryInfo("demo-data"),
        };
        var toolPort = new Option<int>("--tool-port") { Description = "The tool's port.", DefaultValueFactory = _ => 5100 };
        var lmsPort = new Option<int>("--lms-port") { Description = "The sample LMS's port.", DefaultValueFactory = _ => 5200 };
        var root = new RootCommand("Starts LtiMentoring beside a sample LMS.") { data, toolPort, lmsPort };
        root.SetAction((parsed, cancel) => new Pair(parsed.GetRequiredValue(data), parsed.GetValue(toolPort), parsed.GetValue(lmsPort)).RunAsync(cancel));
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) });
    }
}
