using System.Diagnostics;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>Waits for what another thread or process is about to do.</summary>
static class Eventually
{
    /// <summary>The first value that is as wanted; fails with the last one when none comes.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isWanted, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (isWanted(value))
                return value;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), $"After {seconds} seconds it is still: {value}");
            await Task.Delay(20);
        }
    }
}
