using LtiMentoring.Training.Tests.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class ReachTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Refuses_a_scene_that_nothing_leads_to()
    {
        files.Replace(TalkFile, "endings:\n", "  - id: attic\n    text: Dust.\n    goto: door\nendings:\n");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: attic"), "Nothing leads here.");
    }

    [Fact]
    public void Refuses_an_ending_that_nothing_leads_to()
    {
        files.Replace(TalkFile, "            goto: page\n", "");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: page"), "Nothing leads here.");
    }

    [Fact]
    public void Refuses_scenes_that_lead_only_to_each_other()
    {
        files.Replace(TalkFile, "endings:\n", "  - id: attic\n    text: Dust.\n    goto: cellar\n  - id: cellar\n    text: Damp.\n    goto: attic\nendings:\n");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: attic"), "Nothing leads here.");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: cellar"), "Nothing leads here.");
    }

    [Fact]
    public void Refuses_a_choice_that_is_never_shown()
    {
        files.Replace(TalkFile, "      - id: back\n        unless: { seen: answer }", "      - id: back\n        when: { seen: hall }");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: back"), "This choice is never shown");
    }

    [Fact]
    public void Refuses_a_situation_in_which_no_choice_is_shown()
    {
        files.Replace(TalkFile, "      - id: stop\n", "      - id: stop\n        when: { trust: [steady, high] }\n");
        var line = files.LineOf(TalkFile, "title: The answer") - 1;
        files.Refuses(TalkFile, line, "No choice is shown here at trust: low after answer.");
    }

    [Fact]
    public void Refuses_a_scene_from_which_no_ending_can_be_reached()
    {
        files.Replace(TalkFile, "The hall is empty.\n    goto: door", "The hall is empty.\n    goto: stairs")
            .Replace(TalkFile, "endings:\n", "  - id: stairs\n    text: Steps.\n    goto: hall\nendings:\n")
            .Replace(TalkFile, "            goto: page\n", "            goto: door\n").Replace(TalkFile, "        goto: ask\n", "        goto: page\n");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: hall"), "there is no way to an ending");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: stairs"), "there is no way to an ending");
        Assert.Equal(2, files.Errors().Count);
    }

    [Fact]
    public void A_conversation_is_walked_in_spite_of_a_name_that_is_wrong()
    {
        files.Replace(TalkFile, "            goto: page\n", "").Replace(TalkFile, "does: [advice]", "does: [advise]");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: page"), "Nothing leads here.");
    }

    [Fact]
    public void A_loop_with_a_way_out_is_sound()
    {
        files.Replace(TalkFile, "        unless: { seen: answer }\n", "");
        Assert.NotNull(files.Read());
    }

    // Ten states of three levels, moved independently: some sixty thousand situations.
    [Fact(Timeout = 60_000)]
    public async Task Refuses_a_conversation_that_no_one_could_walk_to_the_end()
    {
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"s{i}")];
        files.Replace(TalkFile, "context: |", string.Concat(names.Select(s => $"  - {{ id: {s}, levels: [low, steady, high], start: low }}\n")) + "context: |")
            .Replace(TalkFile, "      - id: fix\n", string.Concat(names.Select(s =>
                $"      - {{ id: up-{s}, say: Up., does: [advice], effect: {{ {s}: up }}, feedback: He nods., goto: ask }}\n")) + "      - id: fix\n");
        await Task.Run(() => files.Refuses(TalkFile, 1, "more than 20,000 situations"), TestContext.Current.CancellationToken);
    }
}
