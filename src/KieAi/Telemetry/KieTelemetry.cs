using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KieAi;

/// <summary>
/// What the library tells of its work: an <see cref="ActivitySource"/> and a <see cref="Meter"/> of the same <see cref="Name"/>.
/// Neither ever holds a prompt, a key, an address of media or KIE's own text.
/// </summary>
/// <remarks>
/// Spans: <c>kie {operation}</c> (client; one for each call, such as <c>kie jobs.create</c>) and <c>kie wait</c> around the reads of a wait.
/// Metrics, all in seconds: <c>kie.client.call.duration</c>, <c>kie.client.limit.wait</c> (before a call, for a limit), <c>kie.client.task.wait</c>.
/// Tags: <c>kie.operation</c>; <c>kie.outcome</c> (calls: ok, refused, unknown, failed, canceled; waits: ok, failed, timeout, unreadable,
/// canceled); <c>kie.code</c> (the envelope's); <c>http.response.status_code</c>; <c>kie.limit</c> (submissions, reads); <c>kie.api</c>;
/// on spans alone <c>kie.task.id</c> and <c>server.address</c>.
/// </remarks>
public static class KieTelemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "KieAi";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Calls = Meter.CreateHistogram<double>("kie.client.call.duration", "s", "Duration of calls to KIE.ai.");
    private static readonly Histogram<double> Queues = Meter.CreateHistogram<double>("kie.client.limit.wait", "s", "Time that calls waited for a rate limit.");
    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("kie.client.task.wait", "s", "Time that callers waited for a task.");

    internal static void Called(TimeSpan duration, in TagList tags) => Calls.Record(duration.TotalSeconds, tags);

    internal static void Queued(string limit, TimeSpan duration) => Queues.Record(duration.TotalSeconds, new TagList { { "kie.limit", limit } });

    internal static void Waited(string api, string outcome, TimeSpan duration) =>
        Waits.Record(duration.TotalSeconds, new TagList { { "kie.api", api }, { "kie.outcome", outcome } });
}
