using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kinora.Server.Tests.Canaries;

/// <summary>All that the spans of every source say while this lives, each as one text; but for those of HTTP clients, which tests have too, and no server exports.</summary>
internal sealed class SpanTexts : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = [];
    private readonly ActivityListener _listener;

    public SpanTexts()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is not "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _texts.Enqueue(Text(span)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<string> All => [.. _texts];

    public void Dispose() => _listener.Dispose();

    private static string Text(Activity span) =>
        $"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {Tags(span.TagObjects)} {Tags(span.Baggage.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value)))} "
        + string.Join(' ', span.Events.Select(one => $"{one.Name} {Tags(one.Tags)}"));

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
