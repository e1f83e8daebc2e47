using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kinora.Server.Tests.Telemetry;

/// <summary>Listens as an exporter does, and keeps the spans of one trace: other tests run beside this one.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Kinora" or "KieAi" or "Kinora.Sandbox" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == Caller.TraceId) _spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Who calls the server from within a trace of its own.</summary>
    public ActivityContext Caller { get; } = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    public string TraceParent => $"00-{Caller.TraceId}-{Caller.SpanId}-01";

    public IReadOnlyList<Activity> All => [.. _spans];

    /// <summary>Those of one name, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Named(string name) => [.. _spans.Where(span => span.DisplayName == name)];

    /// <summary>A request as a traced caller sends it.</summary>
    public HttpRequestMessage Request(string path, string json) => new(HttpMethod.Post, path)
    {
        Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        Headers = { { "traceparent", TraceParent }, { "baggage", "secret=of-the-caller" } },
    };

    public void Dispose() => _listener.Dispose();
}
