using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <content>The transitions.</content>
public sealed partial record Breaker
{
    /// <summary>So many refusals in a row that may each pass by themselves open it.</summary>
    internal const int MostFaults = 3;

    /// <summary>So many failed tasks in a row open it.</summary>
    internal const int MostFailures = 5;

    internal static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>What it is after something happened.</summary>
    internal Breaker After(RouteEvent news, DateTimeOffset now) => news switch
    {
        RouteEvent.Accepted => Taken(now),
        RouteEvent.Succeeded => Close(now),
        RouteEvent.TaskFailed failed => TaskFailed(failed.Reason, now),
        RouteEvent.Gone gone => IsUsed ? Open(gone.Reading, gone.Reason, now) : Again(gone.Reading, gone.Reason, now),
        RouteEvent.Faulted faulted => Faulted(faulted.Reading, faulted.Reason, now),
        RouteEvent.Probed probed => Probed(probed.Probe, now),
        RouteEvent.TrialBegan => this with { State = BreakerState.HalfOpen, DueAt = now + Pause(Rounds) },
        RouteEvent.TrialToldNothing => State is BreakerState.HalfOpen ? this with { DueAt = now } : this,
        _ => this,
    };

    // What was taken says nothing of how tasks fare, and may have been sent before others were refused.
    private Breaker Taken(DateTimeOffset now) => State switch
    {
        BreakerState.Unknown => Close(now) with { Failures = Failures },
        BreakerState.Closed => Faults == 0 ? this : this with { Faults = 0 },
        _ => ByTasks ? this : Close(now),
    };

    private Breaker Close(DateTimeOffset now) => State is BreakerState.Closed
        ? Faults == 0 && Failures == 0 ? this : this with { Faults = 0, Failures = 0 }
        : new() { State = BreakerState.Closed, Since = now, Probe = Probe };

    private Breaker TaskFailed(string reason, DateTimeOffset now)
    {
        if (State is BreakerState.HalfOpen) return Again(ProbeReading.Unclear, reason, now);
        if (!IsUsed) return this;
        return Failures + 1 < MostFailures
            ? this with { Failures = Failures + 1 }
            : Open(ProbeReading.Unclear, reason, now) with { ByTasks = true, NeedsTrial = true };
    }

    private Breaker Faulted(ProbeReading reading, string reason, DateTimeOffset now)
    {
        if (!IsUsed) return Again(reading, reason, now);
        return Faults + 1 < MostFaults ? this with { Faults = Faults + 1 } : Open(reading, reason, now);
    }

    private Breaker Probed(ProviderProbe probe, DateTimeOffset now)
    {
        var seen = this with { Probe = new(now, probe.Reading) };
        return probe.Reading switch
        {
            ProbeReading.Works when !ByTasks => seen.Close(now),
            ProbeReading.NotPublished or ProbeReading.Paused when IsUsed => seen.Open(probe.Reading, probe.Reason, now),
            ProbeReading.NotPublished or ProbeReading.Paused => (seen with { NeedsTrial = false }).Again(probe.Reading, probe.Reason, now),
            ProbeReading.Unreachable when IsUsed => seen.Faulted(probe.Reading, probe.Reason, now),
            _ when IsUsed || NeedsTrial => seen,
            _ => (seen with { NeedsTrial = probe.CannotTell }).Later(now),
        };
    }

    private Breaker Open(ProbeReading reading, string reason, DateTimeOffset now) => new()
    {
        State = BreakerState.Open, Since = now, Cause = reading, Reason = reason, DueAt = now + FirstPause, Probe = Probe,
    };

    // Only what was asked on purpose makes the pause grow: late answers of what went there before do not.
    private Breaker Again(ProbeReading reading, string reason, DateTimeOffset now) =>
        State is BreakerState.HalfOpen || now >= DueAt ? Later(now) with { Cause = reading, Reason = reason } : this;

    private Breaker Later(DateTimeOffset now) => this with { State = BreakerState.Open, Rounds = Rounds + 1, DueAt = now + Pause(Rounds + 1) };

    /// <summary>1, 2, 4, 8 and then always 15 minutes.</summary>
    private static TimeSpan Pause(int rounds)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(rounds, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
