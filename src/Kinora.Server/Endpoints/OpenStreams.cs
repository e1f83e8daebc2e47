namespace Kinora.Server.Endpoints;

/// <summary>Counts the event streams of each account: each costs a connection and a reader for as long as its listener likes.</summary>
internal sealed class OpenStreams
{
    /// <summary>How many an account may have at once.</summary>
    public const int PerAccount = 50;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = [];

    /// <summary>Takes a place until it is disposed; null when the account has no more.</summary>
    public IDisposable? TryTake(string accountId)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(accountId);
            if (open == PerAccount) return null;
            _open[accountId] = open + 1;
            return new Place(this, accountId);
        }
    }

    private void GiveBack(string accountId)
    {
        lock (_gate)
        {
            if (--_open[accountId] == 0) _open.Remove(accountId);
        }
    }

    private sealed class Place(OpenStreams streams, string accountId) : IDisposable
    {
        public void Dispose() => streams.GiveBack(accountId);
    }
}
