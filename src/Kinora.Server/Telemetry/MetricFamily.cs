using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Kinora.Server.Telemetry;

/// <summary>What is known of one instrument: a series for each set of tags that was measured.</summary>
internal sealed class MetricFamily
{
    /// <summary>What has more than that is counted together: no caller can fill the memory with labels.</summary>
    private const int MostSeries = 1000;

    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private static readonly Tag[] Others = [new("otel.metric.overflow", "true")];
    private readonly ConcurrentDictionary<Tag[], MetricSeries> _series = new(new MetricTags());
    private readonly ConcurrentDictionary<Tag[], MetricSeries>.AlternateLookup<ReadOnlySpan<Tag>> _byTags;
    private readonly double[]? _bounds;
    private readonly bool _adds;

    public MetricFamily(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        IsCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        _adds = kind == typeof(Counter<>) || kind == typeof(UpDownCounter<>);
        _bounds = kind == typeof(Histogram<>) ? Bounds(instrument) : null;
        _byTags = _series.GetAlternateLookup<ReadOnlySpan<Tag>>();
        Instrument = instrument;
    }

    public Instrument Instrument { get; }

    /// <summary>Whether it only ever grows.</summary>
    public bool IsCounter { get; }
    public bool IsHistogram => _bounds is not null;

    /// <summary>In the order of their labels, so that a page differs only where something happened.</summary>
    public IEnumerable<MetricSeries> Series => _series.Values.OrderBy(one => one.Labels, StringComparer.Ordinal);

    public void Record(double value, ReadOnlySpan<Tag> tags)
    {
        if (!_byTags.TryGetValue(tags, out var series)) series = New(_series.Count < MostSeries ? tags.ToArray() : Others);
        if (_bounds is not null) series.Observe(value);
        else if (_adds) series.Add(value);
        else series.Set(value);
    }

    /// <summary>What is observed at each collection is forgotten before it: what is not told any more is gone.</summary>
    public void Forget()
    {
        if (Instrument.IsObservable) _series.Clear();
    }

    private MetricSeries New(Tag[] tags) => _series.GetOrAdd(tags, key => new(PrometheusText.Labels(key), _bounds));

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => UsualBounds,
    };
}
