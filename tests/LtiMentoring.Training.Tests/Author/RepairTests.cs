using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class RepairTests : Advised
{
    // Every round has its way back.
    public RepairTests() => Files.Replace(TalkFile, "        unless: { seen: answer }\n", "");

    // "fix" drops trust to low; the next screen holds "back", which repairs.
    [Fact]
    public void A_line_that_repairs_on_the_next_screen_is_near_enough() => Assert.Empty(Findings("no-repair"));

    [Fact]
    public void A_line_that_raises_the_screen_after_is_near_enough()
    {
        Files.Replace(TalkFile, "does: [repair]", "does: [advice]");
        Assert.Empty(Findings("no-repair"));
    }

    [Fact]
    public void No_line_at_all_is_named_at_the_line_that_drops()
    {
        Files.Replace(TalkFile, "does: [repair]", "does: [advice]").Replace(TalkFile, "        effect: { trust: up }\n", "        effect: { trust: high }\n");
        Assert.Equal(["talk/ask/fix"], Paths("no-repair"));
    }

    [Fact]
    public void A_scene_that_goes_on_by_itself_is_no_turn()
    {
        Files.Replace(TalkFile, "does: [repair]", "does: [advice]")
            .Replace(TalkFile, "          Theo nods.\n        goto: ask", "          Theo nods.\n        goto: stairs")
            .Replace(TalkFile, "endings:\n", "  - { id: stairs, text: Steps., goto: roof }\n  - { id: roof, text: Wind., goto: ask }\nendings:\n");
        Assert.Empty(Findings("no-repair"));
    }

    [Fact]
    public void Three_choices_on_is_too_late()
    {
        Files.Replace(TalkFile, "does: [repair]", "does: [advice]")
            .Replace(TalkFile, "          Theo nods.\n        goto: ask", "          Theo nods.\n        goto: stairs")
            .Replace(TalkFile, "endings:\n", "  - id: stairs\n    text: Steps.\n    choices:\n      - { id: up, say: Up., does: [advice], feedback: He goes., goto: ask }\nendings:\n");
        Assert.Equal(["talk/ask/fix"], Paths("no-repair"));
    }
}
