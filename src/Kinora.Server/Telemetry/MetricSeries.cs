namespace Kinora.Server.Telemetry;

/// <summary>The figures of one set of tags.</summary>
/// <param name="labels">As they are written, without braces.</param>
/// <param name="bounds">Of a histogram's buckets, each with what is equal to it; null for any other figure.</param>
internal sealed class MetricSeries(string labels, double[]? bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[bounds is null ? 0 : bounds.Length + 1];
    private double _sum;

    public string Labels => labels;

    public void Add(double value)
    {
        lock (_gate) _sum += value;
    }

    public void Set(double value)
    {
        lock (_gate) _sum = value;
    }

    public void Observe(double value)
    {
        var at = 0;
        while (at < bounds!.Length && value > bounds[at]) at++;
        lock (_gate)
        {
            _buckets[at]++;
            _sum += value;
        }
    }

    public double Value
    {
        get
        {
            lock (_gate) return _sum;
        }
    }

    /// <summary>How many were at most each bound, the last of which is infinite, and their sum, all of one moment.</summary>
    public (IReadOnlyList<(double Bound, long Count)> Buckets, double Sum) Histogram()
    {
        var (buckets, count) = (new List<(double, long)>(), 0L);
        lock (_gate)
        {
            for (var i = 0; i < _buckets.Length; i++) buckets.Add((i < bounds!.Length ? bounds[i] : double.PositiveInfinity, count += _buckets[i]));
            return (buckets, _sum);
        }
    }
}
