namespace Kinora.Server.Endpoints;

/// <summary>Counts what each account has open on this server.</summary>
/// <param name="perAccount">How many it may have at once.</param>
internal abstract class AccountPlaces(int perAccount)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = [];

    /// <summary>Takes a place until it is disposed; null when the account has no more.</summary>
    public IDisposable? TryTake(string accountId)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(accountId);
            if (open == perAccount) return null;
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

    private sealed class Place(AccountPlaces places, string accountId) : IDisposable
    {
        public void Dispose() => places.GiveBack(accountId);
    }
}
