namespace Kinora.Core.Storage.Postgres;

/// <summary>The database's time, carried on by this machine's monotonic clock: nodes agree on it whatever their own clocks say.</summary>
internal sealed class DatabaseClock(TimeProvider local) : TimeProvider
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private Anchor _anchor = new(local.GetUtcNow(), local.GetTimestamp());

    public override long TimestampFrequency => local.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => local.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        var anchor = Volatile.Read(ref _anchor);
        return anchor.Time + local.GetElapsedTime(anchor.Timestamp);
    }

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks the database, and takes its time as that of the middle of the wait for the answer.</summary>
    public async Task MeasureAsync(ISqlSession session)
    {
        var asked = local.GetTimestamp();
        var time = DateTimeOffset.FromUnixTimeMilliseconds((long)(await session.ScalarAsync("SELECT kinora_now()"))!);
        var answered = local.GetTimestamp();
        Volatile.Write(ref _anchor, new(time + local.GetElapsedTime(asked, answered) / 2, answered));
    }

    /// <summary>Measures every few seconds until it is told to stop. While the database does not answer, the last measure holds.</summary>
    public async Task FollowAsync(ISqlDatabase database, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval, local);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stop);
                await database.ReadAsync(
                    async session =>
                    {
                        await MeasureAsync(session);
                        return true;
                    },
                    stop);
            }
#pragma warning disable CA1031 // Stopping, or a database that is away: either way the loop decides.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }
        }
    }

    private sealed record Anchor(DateTimeOffset Time, long Timestamp);
}
