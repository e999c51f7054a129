using LtiMentoring.SampleLms.Registering;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The tool's own registration page in a frame, or in a window for a tool that will not stand in one.</summary>
static class InvitationPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/admin/invitations/{id}", (HttpContext http, Lms lms, string id) =>
        AdminPages.In(http, lms, person => lms.Invitations.Find(id) is { } invitation
            ? Page.Show("Register a tool", person, Contents(invitation, invitation.Address(lms.Address)), Script)
            : RefusedPage.Show(StatusCodes.Status404NotFound, "This invitation is over", "Go back to the list of tools and begin again.")));

    static Markup Script { get; } = Markup.Of($"""<script src="/registration.js" defer></script>""");

    static Markup Contents(Invitation invitation, string address) => Markup.Of($"""
        <p class="way"><a href="/admin/tools">Tools</a></p>
        <h1>Register a tool</h1>
        <ul class="actions"><li><a id="registration-window" href="{address}" target="_blank" rel="opener">Open in a new window</a></li></ul>
        <iframe class="tool" name="registration" title="Registration at {invitation.ToolOrigin}" src="{address}"
          data-origin="{invitation.ToolOrigin}" data-after="/admin/tools"></iframe>
        """);
}
