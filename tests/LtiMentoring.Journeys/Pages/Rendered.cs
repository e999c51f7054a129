using System.Diagnostics;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.Mvc.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Journeys.Pages;

/// <summary>Which pages the running tool has, and which of them it rendered last: told by the tool itself, not by an address.</summary>
public sealed class Rendered : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly IDisposable subscription;
    volatile string last = "";

    public Rendered(ToolHost tool)
    {
        All = [.. tool.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal)];
        subscription = tool.Services.GetRequiredService<DiagnosticListener>().Subscribe(this);
    }

    public IReadOnlyList<string> All { get; }
    public string Last => last;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is BeforeViewPageEventData { ActionDescriptor: PageActionDescriptor page })
            last = page.ViewEnginePath;
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose() => subscription.Dispose();
}
