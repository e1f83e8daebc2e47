namespace Kinora.Core.Callbacks;

/// <summary>How many rows may be written in a minute; the rest is only counted.</summary>
internal sealed class RowBudget(int perMinute, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _minute;
    private int _taken;
    private long _skipped;

    /// <param name="skipped">How many were refused since the last that was not.</param>
    public bool TryTake(out long skipped)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        lock (_gate)
        {
            if (minute != _minute) (_minute, _taken) = (minute, 0);
            skipped = _skipped;
            if (_taken >= perMinute)
            {
                _skipped++;
                return false;
            }

            _taken++;
            _skipped = 0;
            return true;
        }
    }
}
