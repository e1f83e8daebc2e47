namespace Kinora.Core.Polling;

/// <summary>What is known of generations of one kind, and the plan that follows from it. Thread-safe.</summary>
internal sealed class LearnedDurations(int typicalSeconds)
{
    /// <summary>A plan is made anew when there is so much more, or less, to go by.</summary>
    private const double Stale = 0.05;

    private readonly Lock _gate = new();
    private DurationCounts _counts = DurationCounts.None;
    private DurationBelief _belief = new(typicalSeconds, DurationCounts.None);
    private PollPlan? _plan;
    private double _known;

    /// <summary>The time within which 99 of 100 are done.</summary>
    public TimeSpan Slowest => Quantile(0.99);

    /// <summary>How many were seen, less what has faded.</summary>
    public double Total
    {
        get
        {
            lock (_gate) return _counts.Total;
        }
    }

    /// <summary>The time within which such a part is done.</summary>
    public TimeSpan Quantile(double share)
    {
        lock (_gate) return _belief.Quantile(share);
    }

    /// <inheritdoc cref="PollPlan.Next"/>
    public TimeSpan NextAsk(TimeSpan age, bool callbackExpected)
    {
        lock (_gate) return (_plan ??= new(_belief)).Next(age, callbackExpected);
    }

    /// <summary>One more is done: it took more than <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    /// <returns>What that adds to the counts.</returns>
    public IReadOnlyList<DurationCount> Learn(TimeSpan least, TimeSpan most)
    {
        lock (_gate)
        {
            var more = _belief.Between(least.TotalSeconds, most.TotalSeconds);
            Take(_counts.Plus(more));
            return more;
        }
    }

    /// <summary>Takes over what all nodes have counted.</summary>
    public void Replace(DurationCounts counts)
    {
        lock (_gate) Take(counts);
    }

    private void Take(DurationCounts counts)
    {
        _counts = counts;
        if (Math.Abs(counts.Total - _known) < Stale * _known) return;
        (_known, _belief, _plan) = (counts.Total, new(typicalSeconds, counts), null);
    }
}
