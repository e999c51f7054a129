using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Author;

static partial class SpanishWords
{
    public static readonly Lexicon Lexicon = new(Evaluative(), Jargon(), Therapist(), Rescue());

    [GeneratedRegex(@"(?<![\w-])(?:buen[oa]?s?|excelentes?|perfect[oa]s?|correct[oa]s?|incorrect[oa]s?|mal[oa]?s?|mejor(?:es)?|peor(?:es)?"
        + @"|error(?:es)?|fracas\w*|éxitos?|acierto\w*|aciertas|puntos?|puntaje|calificaci\w*|deberías|debes|debe|hay que|adecuad[oa]s?"
        + @"|ideal(?:es)?|lamentablemente|bien hecho)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Evaluative();

    [GeneratedRegex(@"(?<![\w-])(?:andami\w*|pedag[oó]g\w*|accionables?|sinergi\w*|eficacia|rúbrica|buenas prácticas|mentalidad de crecimiento"
        + @"|partes interesadas)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Jargon();

    [GeneratedRegex(@"(?<![\w-])(?:te escucho|sostener el espacio|eso debe (?:ser|haber sido)|cómo te hace sentir|tu verdad|validar|espacio seguro"
        + @"|detona\w*)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Therapist();

    [GeneratedRegex(@"(?<![\w-])(?:rescat\w*|salvar(?:lo|la|los|las)|empoder\w*|arreglar(?:lo|la)|transform\w*)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rescue();
}
