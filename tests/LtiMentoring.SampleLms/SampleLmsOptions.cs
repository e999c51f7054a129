using System.Security.Cryptography.X509Certificates;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms;

public sealed record SampleLmsOptions
{
    /// <summary>Where to listen. Port 0 takes a free one; a name other than localhost is taken to lead to this machine.</summary>
    public string Address { get; init; } = "http://127.0.0.1:0";

    /// <summary>The address that browsers see, when something stands in front that ends https.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Needed when the address begins with https.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Keeps signing keys, columns and grades here from one start to the next.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The tool; may be set later on <see cref="Lms.Registration"/>, when its port is known.</summary>
    public ToolRegistration Tool { get; init; } = new();

    /// <summary>Starts without <see cref="Tool"/>; those that register themselves stay in the data folder.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether each placed link has its grade column from the start, or the tool has to create one.</summary>
    public bool ColumnsFromStart { get; init; } = true;

    /// <summary>Opens <c>POST /faults/{name}</c>, for tests that run the LMS as a process of its own.</summary>
    public bool FaultsOverHttp { get; init; }

    /// <summary>How the LMS fetches the tool's keys; tests with a self-signed tool put their own here.</summary>
    public HttpMessageHandler? ToolHandler { get; init; }
}
