using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Launch;
using LtiMentoring.SampleLms.Registering;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The tools that this LMS knows, and the way to one more.</summary>
static class ToolsPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/tools", (HttpContext http, Lms lms) =>
            AdminPages.In(http, lms, person => Page.Show("Tools", person, Contents(lms, null))));
        app.MapPost("/admin/tools", Invite).FromOwnPages();
        app.MapPost("/admin/tools/{client}/active", (HttpContext http, Lms lms, string client) => AdminPages.In(http, lms, _ =>
        {
            if (lms.Tools.Find(client) is null)
                return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such tool", "Go back to the list of tools.");
            lms.Tools.Change(client, tool => tool with { IsActive = true });
            return AdminPages.SeeOther("/admin/tools");
        })).FromOwnPages();
    }

    static async Task<IResult> Invite(HttpContext http, Lms lms)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var address = form["address"].ToString().Trim();
        return AdminPages.In(http, lms, person =>
            Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
                ? AdminPages.SeeOther($"/admin/invitations/{lms.Invitations.Begin(address, new RegistrationQuirks()).Id}")
                : Page.Show("Tools", person, Contents(lms, address), status: StatusCodes.Status400BadRequest));
    }

    /// <param name="refused">The address that was typed and cannot be opened.</param>
    static Markup Contents(Lms lms, string? refused)
    {
        var tools = lms.Tools.Select(Entry).ToList();
        return Markup.Of($"""
            <h1>Tools</h1>
            {(tools.Count == 0 ? Markup.Of($"<p>No tool is registered yet.</p>") : Markup.Of($"""<ul class="tools">{Markup.Join(tools)}</ul>"""))}
            <h2>Register a tool</h2>
            <form method="post" action="/admin/tools">
              <p><label for="address">The tool’s registration address</label>
              <input id="address" name="address" type="url" required value="{refused}"{(refused is null ? Markup.Nothing
                  : Markup.Of($""" aria-invalid="true" aria-describedby="address-wrong" """))}></p>
              {(refused is null ? Markup.Nothing : Markup.Of($"""<p id="address-wrong">An address begins with https:// or http://.</p>"""))}
              <p><button>Register</button></p>
            </form>
            """);
    }

    static Markup Entry(ToolRegistration tool) => Markup.Of($"""
        <li data-client="{tool.ClientId}"><b>{tool.Name}</b>, {(tool.IsActive ? "active" : "draft")}
        <span class="quiet">Client ID {tool.ClientId}, deployment {string.Join(", ", tool.Deployments)}. Logs in at {tool.LoginUrl}</span>
        {(tool.IsActive ? Markup.Nothing : Markup.Of($"""
            <form method="post" action="/admin/tools/{Uri.EscapeDataString(tool.ClientId)}/active"><button>Make active</button></form>
            """))}{Privacy(tool)}</li>
        """);

    static Markup Privacy(ToolRegistration tool) => tool.IsActive && tool.IsComplete && DataPrivacyMessage.Names.Any(tool.Takes)
        ? Markup.Of($"""<a href="/admin/tools/{Uri.EscapeDataString(tool.ClientId)}/privacy">What it keeps about people</a>""")
        : Markup.Nothing;
}
