using FsCheck;
using FsCheck.Fluent;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Tests.Hosts;
using LtiMentoring.Lti.Tests.Launch.Mutation;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>However a good launch is changed, it is refused, and nothing breaks. A failure says how, and by which seed.</summary>
public sealed class MutantTests : IAsyncLifetime
{
    const int Tokens = 24_000;

    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    static Config Rules(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_261_127, 13);

    [Fact]
    public async Task No_changed_token_is_accepted()
    {
        var good = new GoodToken(PlatformKey.One.Rsa, LaunchStage.GoodHeader, stage.Good().ToJsonString());
        Assert.NotNull((await stage.VerifyAsync(good.Text)).Message);
        var (seen, refusals) = (new HashSet<string>(), new HashSet<Refusal>());

        Prop.ForAll(Mutants.Of(good).ToArbitrary(), mutant =>
        {
            var (message, refused) = Verify(mutant.Token, stage.Platform, stage.State);
            seen.Add(mutant.Token);
            refusals.Add(refused?.Why ?? Refusal.KeysUnreachable);
            return message is null && refused is { Why: not Refusal.KeysUnreachable };
        }).Check(Rules(Tokens));

        Assert.True(seen.Count >= 10_000, $"{seen.Count} different mutants");
        // They got as far as to every check there is.
        Assert.True(refusals.Count >= 18, string.Join(' ', refusals));
        Assert.NotNull((await stage.VerifyAsync(good.Text)).Message);
    }

    [Fact]
    public void No_answer_to_a_changed_login_is_accepted()
    {
        var token = PlatformKey.One.Sign(LaunchStage.GoodHeader, stage.Good().ToJsonString());
        var good = new Dictionary<string, string>
        {
            ["iss"] = stage.Platform.Issuer, ["client_id"] = stage.Platform.ClientId, ["target_link_uri"] = stage.State.TargetLinkUri, ["login_hint"] = "user-7",
        };

        Prop.ForAll(Mutants.OfLogin(good).ToArbitrary(), login =>
        {
            var (request, refused) = LoginRequest.Read(login.GetValueOrDefault);
            if (request is null)
                return refused is not null;
            // What the tool would go on with, were there such a registration.
            var platform = stage.Platform with { Issuer = request.Issuer, ClientId = request.ClientId ?? "" };
            var address = request.AuthenticationRequest(platform, "https://tool.example.org/lti/launch", "state", "nonce-1");
            return Uri.TryCreate(address, UriKind.Absolute, out _)
                && Verify(token, platform, stage.State with { TargetLinkUri = request.TargetLinkUri }).Refused is { Why: not Refusal.KeysUnreachable };
        }).Check(Rules(2_000));
    }

    (LaunchMessage? Message, Refused? Refused) Verify(string token, Platform platform, LoginState state) =>
        stage.Verifier.VerifyAsync(token, platform, state, CancellationToken.None).GetAwaiter().GetResult();
}
