namespace LtiMentoring.Web.Hosting;

/// <summary>Work that is done again and again while the program runs. A round that fails is logged, and the next one comes all the same.</summary>
public abstract class RepeatedWork(TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>How long to rest when a round found nothing to do.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>One round.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    protected abstract Task<bool> RoundAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RoundAsync(stoppingToken))
                    continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "{Work} failed and goes on", GetType().Name);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
