using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Operate;

/// <summary>The tool's own keys: publish the next one, let it sign, take an old one away.</summary>
public sealed class KeysModel(ToolKeys keys, TimeProvider clock) : PageModel
{
    public IReadOnlyList<KeyView> All { get; private set; } = [];
    public bool MayPublish { get; private set; }
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    /// <summary>The check box of one key.</summary>
    public static string SureField(string kid) => $"sure-{kid}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (stored, now) = (await keys.StoredAsync(cancel), clock.GetUtcNow().UtcDateTime);
        var signing = ToolKeys.Signing(stored, now);
        All = [.. stored.AsEnumerable().Reverse().Select(row => new KeyView(row,
            row.Kid == signing.Kid ? KeyState.Signs : ToolKeys.HasLeft(row, now) ? KeyState.Left : row.SignsFrom > now ? KeyState.Waits : KeyState.Published))];
        MayPublish = All.All(key => key.State != KeyState.Waits);
    }

    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel)
    {
        await keys.PublishNextAsync(cancel);
        return new SeeOther($"{Request.PathBase}/operate/keys");
    }

    public Task<IActionResult> OnPostUseAsync(string kid, bool sure, CancellationToken cancel) => ChangeAsync(kid, sure, keys.UseNowAsync, cancel);

    public Task<IActionResult> OnPostRetireAsync(string kid, bool sure, CancellationToken cancel) => ChangeAsync(kid, sure, keys.RetireAsync, cancel);

    /// <summary>Both may make LMSs refuse us for a while, so both want to be meant.</summary>
    async Task<IActionResult> ChangeAsync(string kid, bool sure, Func<string, CancellationToken, Task> change, CancellationToken cancel)
    {
        if (sure)
        {
            await change(kid, cancel);
            return new SeeOther($"{Request.PathBase}/operate/keys");
        }
        await OnGetAsync(cancel);
        Missing = [new Missing(SureField(kid), OperateWords.KeySureNeeded)];
        return Page();
    }
}

public sealed record KeyView(StoredToolKey Row, KeyState State);

public enum KeyState
{
    /// <summary>Published, and signs from a time to come.</summary>
    Waits,
    Signs,

    /// <summary>Signs no more, and is still shown to platforms.</summary>
    Published,
    Left,
}
