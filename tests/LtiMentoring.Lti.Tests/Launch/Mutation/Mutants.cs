using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

static class Mutants
{
    /// <summary>Every kind of change to a token.</summary>
    public static Gen<Mutant> Of(GoodToken good) =>
        Gen.Frequency((3, TamperedText.Of(good)), (3, ChangedClaims.Of(good)), (1, ChangedHeader.Of(good)), (2, OddWriting.Of(good)))
            .Where(mutant => mutant.Token != good.Text);

    /// <summary>A login that names another platform, client or target, or none.</summary>
    public static Gen<Dictionary<string, string>> OfLogin(IReadOnlyDictionary<string, string> good) =>
        from name in Gen.Elements("iss", "client_id", "target_link_uri")
        from words in Pieces.Words
        from @long in Gen.Choose(0, 9)
        from how in Gen.Choose(0, 6)
        let before = good[name]
        let value = how switch
        {
            0 => words,
            1 => before + words,
            2 => words + before,
            3 => before.ToUpperInvariant(),
            4 => before[..(words.Length % before.Length)],
            5 => before + new string('x', @long * 1_000),
            _ => null,
        }
        where value != before
        let login = good.Where(field => field.Key != name).ToDictionary()
        select value is null ? login : new Dictionary<string, string>(login) { [name] = value };
}
