using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Pages;

namespace LtiMentoring.Journeys;

/// <summary>
/// Every page of the tool in every state, inside the LMS's frame: in light and dark, 320 pixels wide and in a window of 1280.
/// </summary>
public sealed class AnybodyReadsEveryPage(AnybodyReadsEveryPage.Looks looks) : IClassFixture<AnybodyReadsEveryPage.Looks>
{
    public static TheoryData<string> Names => [.. Views.All.Select(view => view.Name)];

    [Fact]
    public async Task No_page_of_the_tool_is_forgotten() =>
        Assert.Equal((await looks.Cast.RenderedAsync()).All, Views.All.Select(view => view.Page).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_view_shows_the_page_it_is_named_for(string view) =>
        Assert.Equal(Views.All.Single(known => known.Name == view).Page, (await looks.AtAsync(view)).Rendered);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Axe_finds_no_barrier(string view) => Assert.Empty((await looks.AtAsync(view)).Barriers);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_scrolls_sideways_at_320_pixels_or_at_200_percent(string view) => Assert.Empty((await looks.AtAsync(view)).Sideways);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tab_goes_down_the_page(string view) => Assert.Empty((await looks.AtAsync(view)).Jumps);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_browser_has_nothing_to_complain_of(string view) => Assert.Empty((await looks.AtAsync(view)).Complaints);

    /// <summary>Looks at a view once, whichever claim asks first.</summary>
    public sealed class Looks(Stage stage) : IAsyncDisposable
    {
        readonly Dictionary<string, Task<Look>> taken = [];

        readonly Cast kinds = new(stage, TwoSites.EveryKind);

        public Cast Cast { get; } = new(stage);

        public Task<Look> AtAsync(string name) =>
            taken.TryGetValue(name, out var known) ? known : taken[name] = LookAsync(Views.All.Single(view => view.Name == name));

        Task<Look> LookAsync(View view) => Look.AtAsync(view, view.OfKinds ? kinds : Cast);

        public async ValueTask DisposeAsync()
        {
            await Cast.DisposeAsync();
            await kinds.DisposeAsync();
        }
    }
}
