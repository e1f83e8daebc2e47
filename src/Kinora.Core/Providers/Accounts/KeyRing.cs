namespace Kinora.Core.Providers.Accounts;

/// <summary>The keys of one account, or what stands for them, in turn. One that was refused rests for a while; where all rest, the turn goes on all the same.</summary>
internal sealed class KeyRing<T>(IReadOnlyList<T> keys, TimeProvider time) where T : notnull
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<T, long> _refused = [];
    private int _turn;

    /// <summary>How many there are.</summary>
    public int Count => keys.Count;

    /// <summary>Whether some key was not refused lately.</summary>
    public bool HasGood
    {
        get
        {
            lock (_gate) return keys.Any(IsGood);
        }
    }

    public T Next()
    {
        lock (_gate)
        {
            var order = Enumerable.Range(0, keys.Count).Select(step => keys[(_turn + step) % keys.Count]).ToList();
            var next = order.Find(IsGood) ?? order[0];
            _turn = (_turn + order.IndexOf(next) + 1) % keys.Count;
            return next;
        }
    }

    /// <summary>The provider does not take this key.</summary>
    public void SetAside(T key)
    {
        lock (_gate) _refused[key] = time.GetTimestamp();
    }

    private bool IsGood(T key) => !_refused.TryGetValue(key, out var since) || time.GetElapsedTime(since) >= Rest;
}
