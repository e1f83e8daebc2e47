namespace Kinora.Core.Generations;

/// <summary>When to look again.</summary>
internal sealed class Schedule(CoreOptions options)
{
    /// <summary>A submission that has no answer after this is one whose process died; a provider's client gives up earlier.</summary>
    public static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(75);

    /// <summary>How often a task is looked at that Kinora gave up on, from then or from its last callback on: for some six hours.</summary>
    public const int MostLateLooks = 12;

    /// <summary>How long a generation waits for a provider that says "later" or is not reached, from the first time on.</summary>
    public static readonly TimeSpan BusyPatience = TimeSpan.FromHours(1);

    private static readonly TimeSpan LeastOutcomeWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Until when a submission without an answer may still be heard of. No quantiles are kept yet: twice the typical time stands for the slowest.</summary>
    public TimeSpan OutcomeWait(Generation generation)
    {
        if (options.OutcomeWait is { } wait) return wait;
        var patient = TimeSpan.FromSeconds(3 * 2 * generation.TypicalSeconds);
        return patient > LeastOutcomeWait ? patient : LeastOutcomeWait;
    }

    /// <summary>The first time to ask; late when a callback is to be expected.</summary>
    public static DateTimeOffset FirstPoll(Generation generation, DateTimeOffset now) =>
        now + TimeSpan.FromSeconds(generation.Attempt?.CallbackExpected is true ? 15 : 3);

    /// <summary>The next time to ask: in ever longer intervals, but not past the deadline.</summary>
    public static DateTimeOffset NextPoll(Generation generation, DateTimeOffset now)
    {
        var age = now - (generation.StartedAt ?? now);
        var (share, least, most) = generation.Attempt switch
        {
            { CalledBack: true } => (0.1, 2, 15),
            { CallbackExpected: true } => (0.5, 15, 60),
            _ => (0.2, 3, 30),
        };
        var next = now + TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds * share, least, most));
        var deadline = Deadline(generation);
        return next < deadline || deadline <= now ? next : deadline;
    }

    /// <summary>When the provider has had time enough.</summary>
    public static DateTimeOffset Deadline(Generation generation) => (generation.StartedAt ?? generation.CreatedAt) + generation.Patience;

    /// <summary>15, 30, 60, … seconds, at most an hour.</summary>
    public static TimeSpan LateLook(int looks) => TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, Math.Clamp(looks, 0, 8))));

    /// <summary>When a refused submission may go again: as the provider says, but neither at once nor in a year.</summary>
    public static TimeSpan Later(int tries, TimeSpan? asked)
    {
        var own = Doubling(tries, LongestWait / 2);
        return asked is { } wait && wait > own ? (wait < LongestWait ? wait : LongestWait) : own;
    }

    /// <summary>2, 4, 8, … seconds, at most ten minutes: for trouble that may last, and must not cost a finished video.</summary>
    public static TimeSpan LongBackoff(int tries) => Doubling(tries, LongestWait);

    /// <summary>2, 4, 8, … seconds, at most a minute.</summary>
    public static TimeSpan Backoff(int tries) => Doubling(tries, TimeSpan.FromMinutes(1));

    private static TimeSpan Doubling(int tries, TimeSpan most) => TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Clamp(tries, 1, 10))));
}
