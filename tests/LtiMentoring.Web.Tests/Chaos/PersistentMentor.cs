using LtiMentoring.SampleLms;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Chaos;

/// <summary>A mentor who presses the button again whenever the tool does not answer, until the course is complete.</summary>
sealed class PersistentMentor(Lms lms, string mentor, string link) : IDisposable
{
    readonly LmsVisitor browser = new(lms);
    MentorWalk walk = null!;

    public string Subject => mentor;

    /// <summary>When the page said that it is complete.</summary>
    public DateTime SawItComplete { get; private set; }

    public async Task CompleteAsync()
    {
        await InsistAsync(async () =>
        {
            var home = await browser.LaunchAsync(mentor, link);
            Assert.True(home.Status == 200, $"{home.Status} {home.Text}");
            walk = new MentorWalk(browser.Frame, home);
        });
        foreach (var lesson in new[] { "what-it-is-for", "your-role", "ways-to-help", "the-phone-call", "what-my-district-sees" })
            await InsistAsync(() => walk.ReadAsync(lesson));
        await InsistAsync(async () => await walk.ReflectAsync(await walk.PlayToTheEndAsync()));
        await InsistAsync(async () => Assert.Equal("You’re ready, Ana", (await walk.ReflectOnHelpAsync()).Heading));
        SawItComplete = TimeProvider.System.GetUtcNow().UtcDateTime;
    }

    /// <summary>Sessions and forms outlive the program, so that nothing but the last step has to be repeated.</summary>
    static async Task InsistAsync(Func<Task> step)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose() => browser.Dispose();
}
