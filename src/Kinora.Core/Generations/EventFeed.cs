namespace Kinora.Core.Generations;

/// <summary>Wakes an account's listeners after each commit. Listeners then read the store, which alone is the truth.</summary>
public sealed class EventFeed
{
    /// <summary>Completes at the next event of the account after <paramref name="seen"/> (at once if it happened already).</summary>
    public Task WaitAsync(string accountId, long seen, CancellationToken cancellationToken) => throw new NotImplementedException();
}
