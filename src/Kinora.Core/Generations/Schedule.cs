using Kinora.Core.Polling;

namespace Kinora.Core.Generations;

/// <summary>When to look again, by what generations of a kind usually take.</summary>
public sealed class Schedule
{
    /// <summary>A submission that has no answer after this is one whose process died; a provider's client gives up earlier.</summary>
    internal static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(75);

    /// <summary>How often a task is looked at that Kinora gave up on, from then or from its last callback on: for some six hours.</summary>
    internal const int MostLateLooks = 12;

    /// <summary>How much longer than the slowest of a hundred takes a generation may take, before it is given up.</summary>
    private const int Forbearance = 3;

    /// <summary>How long a generation waits for a provider that says "later" or is not reached, from the first time on.</summary>
    internal static readonly TimeSpan BusyPatience = TimeSpan.FromHours(1);

    private static readonly TimeSpan LeastOutcomeWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UnansweredWait = TimeSpan.FromSeconds(30);
    private readonly CoreOptions _options;
    private readonly DurationHistory _history;
    private readonly TimeProvider _time;

    internal Schedule(CoreOptions options, DurationHistory history, TimeProvider time) => (_options, _history, _time) = (options, history, time);

    /// <summary>Until when a submission without an answer may still be heard of.</summary>
    internal TimeSpan OutcomeWait(Generation generation)
    {
        if (_options.OutcomeWait is { } wait) return wait;
        var patient = Forbearance * _history.Of(generation).Slowest;
        return patient > LeastOutcomeWait ? patient : LeastOutcomeWait;
    }

    /// <summary>The first time to ask; late when a callback is to be expected.</summary>
    internal DateTimeOffset FirstPoll(Generation generation, DateTimeOffset now) => Planned(generation, TimeSpan.Zero, now);

    /// <summary>The next time to ask, but not past the deadline.</summary>
    /// <param name="told">Whether the provider just said that it is not finished; otherwise it could not be asked.</param>
    internal DateTimeOffset NextPoll(Generation generation, bool told, DateTimeOffset now)
    {
        var age = now - Began(generation, now);
        var next = generation.Attempt is { CalledBack: true }
            ? now + TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds / 10, 2, 15))
            : Planned(generation, age, now);
        if (!told && next > now + UnansweredWait) next = now + UnansweredWait;
        var deadline = Deadline(generation);
        return next < deadline || deadline <= now ? next : deadline;
    }

    /// <summary>When the provider has had time enough: as the catalog has it, or longer where it is known to need longer.</summary>
    internal DateTimeOffset Deadline(Generation generation)
    {
        var known = Forbearance * _history.Of(generation).Slowest;
        return (generation.StartedAt ?? generation.CreatedAt) + (known > generation.Patience ? known : generation.Patience);
    }

    /// <summary>The provider succeeded: how long did it take?</summary>
    /// <param name="before">As it was until then.</param>
    /// <param name="took">What the provider says; not believed when it cannot be.</param>
    internal void Learn(Generation before, TimeSpan? took)
    {
        var now = _time.GetUtcNow();
        var began = Began(before, now);
        var active = before.Attempt?.ReadAt ?? began;
        var calledBack = before.Attempt is { CalledBack: true } && before.UpdatedAt > active;
        var most = (calledBack ? before.UpdatedAt : now) - began;
        if (took is { } told && told > TimeSpan.Zero && told <= most + AnswerWait) _history.Add(before, told, told);
        else _history.Add(before, calledBack ? most : active - began, most);
    }

    /// <summary>15, 30, 60, … seconds, at most an hour.</summary>
    internal static TimeSpan LateLook(int looks) => TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, Math.Clamp(looks, 0, 8))));

    /// <summary>When a refused submission may go again: as the provider says, but neither at once nor in a year.</summary>
    internal static TimeSpan Later(int tries, TimeSpan? asked)
    {
        var own = Doubling(tries, LongestWait / 2);
        return asked is { } wait && wait > own ? (wait < LongestWait ? wait : LongestWait) : own;
    }

    /// <summary>2, 4, 8, … seconds, at most ten minutes: for trouble that may last, and must not cost a finished video.</summary>
    internal static TimeSpan LongBackoff(int tries) => Doubling(tries, LongestWait);

    /// <summary>2, 4, 8, … seconds, at most a minute.</summary>
    internal static TimeSpan Backoff(int tries) => Doubling(tries, TimeSpan.FromMinutes(1));

    private static TimeSpan Doubling(int tries, TimeSpan most) => TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Clamp(tries, 1, 10))));

    private DateTimeOffset Planned(Generation generation, TimeSpan age, DateTimeOffset now)
    {
        var planned = Began(generation, now) + _history.Of(generation).NextAsk(age, generation.Attempt is { CallbackExpected: true });
        return planned > now ? planned : now;
    }

    // The submission, not its answer: that may have been lost and have come by a callback, when all was done.
    private static DateTimeOffset Began(Generation generation, DateTimeOffset now)
    {
        var began = generation.Attempt?.SubmittedAt ?? generation.StartedAt ?? generation.CreatedAt;
        return began < now ? began : now;
    }
}
