namespace LtiMentoring.Web.Storage;

/// <summary>
/// SQLite has one writer, and a second one waits by sleeping. Writers of this process queue here instead, so that none
/// of them sleeps on the lock. PostgreSQL needs no queue.
/// </summary>
public sealed class WriteTurn(bool oneWriter)
{
    readonly SemaphoreSlim? turn = oneWriter ? new SemaphoreSlim(1, 1) : null;

    public async Task<IDisposable?> TakeAsync(CancellationToken cancel)
    {
        if (turn is null)
            return null;
        await turn.WaitAsync(cancel);
        return new Taken(turn);
    }

    sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
