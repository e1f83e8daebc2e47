namespace Kinora.Sandbox;

/// <summary>Grants so many calls within any stretch of time; a call beyond is refused and not counted.</summary>
internal sealed class RateWindow(int calls, TimeSpan within, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _granted = new();

    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_granted.TryPeek(out var oldest) && now - oldest >= within) _granted.Dequeue();
            if (_granted.Count >= calls) return false;
            _granted.Enqueue(now);
            return true;
        }
    }
}
