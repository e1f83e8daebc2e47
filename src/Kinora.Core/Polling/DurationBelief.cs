namespace Kinora.Core.Polling;

/// <summary>How long a generation of one kind will take: what the catalog says, and more and more what was seen. Immutable.</summary>
internal sealed class DurationBelief
{
    /// <summary>How many takes the catalog's word weighs as much as, at first.</summary>
    private const double PriorWeight = 2;

    /// <summary>After so many takes it weighs half as much.</summary>
    private const double PriorFades = 20;

    /// <summary>How sure the catalog's word is: log-logistic; half lie within a third of the typical time, one in a hundred takes three times as long.</summary>
    private const double PriorShape = 4;

    /// <summary>How many steps of the scale to either side a single take stands for; the more there are, the fewer.</summary>
    private const double Blur = 8;

    private readonly double[] _shares = new double[DurationScale.Steps];

    /// <param name="typicalSeconds">At least 1.</param>
    public DurationBelief(int typicalSeconds, DurationCounts counts)
    {
        AddPrior(typicalSeconds, PriorWeight * PriorFades / (PriorFades + counts.Total));
        if (counts.Total > 0) AddBlurred(counts, Blur / Math.Cbrt(Math.Max(1, counts.Total)));
        var sum = _shares.Sum();
        for (var step = 0; step < DurationScale.Steps; step++) _shares[step] /= sum;
    }

    /// <summary>The probability that it takes as long as this step of the <see cref="DurationScale"/>.</summary>
    public double this[int step] => _shares[step];

    /// <summary>The time within which this share of all is done.</summary>
    public TimeSpan Quantile(double share)
    {
        var (step, sum) = (0, _shares[0]);
        while (sum < share && step < DurationScale.Steps - 1) sum += _shares[++step];
        return TimeSpan.FromSeconds(DurationScale.Start(step + 1));
    }

    /// <summary>Where a duration is counted of which only two bounds are known, in seconds: half evenly between them, half as believed.</summary>
    /// <remarks>As believed alone, a belief that asks too late would go on finding what it believes.</remarks>
    public IReadOnlyList<DurationCount> Between(double least, double most)
    {
        var (first, last) = (DurationScale.Of(least), DurationScale.Of(most));
        if (first >= last) return [new(last, 1)];
        var believed = 0.0;
        for (var step = first; step <= last; step++) believed += _shares[step];
        var width = DurationScale.Start(last + 1) - DurationScale.Start(first);
        var counts = new DurationCount[last - first + 1];
        for (var step = first; step <= last; step++)
        {
            var even = (DurationScale.Start(step + 1) - DurationScale.Start(step)) / width;
            counts[step - first] = new(step, believed > 0 ? (even + _shares[step] / believed) / 2 : even);
        }

        return counts;
    }

    private void AddPrior(int typicalSeconds, double weight)
    {
        for (var step = 0; step < DurationScale.Steps; step++)
        {
            var from = step == 0 ? 1 : After(DurationScale.Start(step));
            var to = step == DurationScale.Steps - 1 ? 0 : After(DurationScale.Start(step + 1));
            _shares[step] += weight * (from - to);
        }

        double After(double seconds) => 1 / (1 + Math.Pow(seconds / typicalSeconds, PriorShape));
    }

    private void AddBlurred(DurationCounts counts, double steps)
    {
        var reach = (int)Math.Ceiling(3 * steps);
        var bell = Enumerable.Range(-reach, 2 * reach + 1).Select(at => Math.Exp(-0.5 * at * at / (steps * steps))).ToArray();
        var whole = bell.Sum();
        for (var step = 0; step < DurationScale.Steps; step++)
        {
            if (counts[step] == 0) continue;
            for (var at = -reach; at <= reach; at++)
                _shares[Math.Clamp(step + at, 0, DurationScale.Steps - 1)] += counts[step] * bell[at + reach] / whole;
        }
    }
}
