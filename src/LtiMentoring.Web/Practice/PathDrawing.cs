using System.Globalization;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Web.Practice;

/// <summary>
/// The path as a small drawing: a solid line down through the turns, and a dotted branch at every turn where another line
/// could have been said.
/// </summary>
public sealed record PathDrawing(int Height, string Taken, IReadOnlyList<string> Branches, IReadOnlyList<(int X, int Y)> Open, IReadOnlyList<PathMark> Marks, int EndY)
{
    public const int Width = 288;
    const int Line = 64;
    const int Aside = 12;
    const int Top = 16;
    const int Step = 56;

    public static PathDrawing Of(Debrief debrief)
    {
        var marks = debrief.Turns.Select((turn, index) => new PathMark(turn.Turn.Number, Top + index * Step)).ToList();
        var end = Top + debrief.Turns.Count * Step;
        var branching = debrief.Turns.Zip(marks).Where(pair => pair.First.NotTaken.Count > 0).Select(pair => pair.Second.Y).ToList();
        return new PathDrawing(
            end + 24,
            Inv($"M{Line} {Top}V{end}"),
            [.. branching.Select(y => Inv($"M{Line} {y}C{Line} {y + 26} {Aside} {y + 10} {Aside} {y + 30}"))],
            [.. branching.Select(y => (Aside, y + 37))],
            marks,
            end);
    }

    static string Inv(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A numbered turn on the line.</summary>
public sealed record PathMark(int Turn, int Y);
