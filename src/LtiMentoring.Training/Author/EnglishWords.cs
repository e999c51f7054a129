using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Author;

static partial class EnglishWords
{
    public static readonly Lexicon Lexicon = new(Evaluative(), Jargon(), Therapist(), Rescue());

    [GeneratedRegex(@"(?<![\w-])(?:good|great|excellent|perfect|correct|incorrect|right answer|wrong|best|better|worse|worst|poor|bad|mistakes?"
        + @"|fail(?:s|ed|ure|ing)?|succe(?:ss|ssful|ed|eds)|score[sd]?|points?|grades?|should|must|ought|effective|ineffective"
        + @"|appropriate|inappropriate|ideal|unfortunately|well done|nice job)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Evaluative();

    [GeneratedRegex(@"(?<![\w-])(?:scaffold\w*|pedagog\w*|leverag\w*|actionable|deliverables?|synerg\w*|differentiat\w*|efficacy|rubric"
        + @"|data-driven|best practices?|growth mindset|buy-in|unpack this|onboard\w*|stakeholders?)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Jargon();

    [GeneratedRegex(@"(?<![\w-])(?:i hear you|hold(?:ing)? space|that must (?:be|have been)|how does that make you feel|sit with that|your truth"
        + @"|validate|valid feelings?|safe space|trigger\w*)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Therapist();

    [GeneratedRegex(@"(?<![\w-])(?:rescue|save (?:him|her|them)|empower\w*|fix (?:him|her|them)|transform\w*|lucky to have you)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rescue();
}
