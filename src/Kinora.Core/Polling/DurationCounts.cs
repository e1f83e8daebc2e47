using System.Runtime.InteropServices;

namespace Kinora.Core.Polling;

/// <summary>How often generations of one kind took how long, the last ones counting most. Immutable; counts of several nodes add up.</summary>
internal sealed class DurationCounts
{
    /// <summary>Above so many, all are halved: what a model took months ago must not outvote what it takes now.</summary>
    public const double Most = 200;

    public static readonly DurationCounts None = new(new double[DurationScale.Steps]);

    private readonly double[] _counts;

    private DurationCounts(double[] counts) => (_counts, Total) = (counts, counts.Sum());

    /// <summary>How many durations this knows of, less what has faded.</summary>
    public double Total { get; }

    public double this[int step] => _counts[step];

    public DurationCounts Plus(IEnumerable<DurationCount> more)
    {
        var counts = (double[])_counts.Clone();
        foreach (var (step, count) in more) counts[step] += count;
        var sum = new DurationCounts(counts);
        return sum.Total > Most ? new([.. counts.Select(count => count / 2)]) : sum;
    }
}

/// <summary>How many durations fell into one step of the <see cref="DurationScale"/>; a part of one where it is not known which.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DurationCount(int Step, double Count);
