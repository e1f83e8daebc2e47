using System.Diagnostics;
using Kinora.Core.Generations;

namespace Kinora.Core.Telemetry;

/// <summary>The trace of a generation: begun by the request that it was accepted by, and kept with it, so that whoever goes on with it later goes on with its trace.</summary>
internal static class TraceContext
{
    /// <summary>Of the work that is under way, as a W3C <c>traceparent</c>; of a new trace where nobody began one.</summary>
    public static string Current() => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id }
        ? id
        : $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";

    /// <summary>Begins a span of the generation's trace. Null where nobody listens; then nothing is allocated.</summary>
    /// <remarks>Work of another trace that leads to it, such as a provider's callback, is linked to it.</remarks>
    public static Activity? Begin(string name, Generation generation, ActivityKind kind = ActivityKind.Internal)
    {
        if (!KinoraTelemetry.Source.HasListeners()) return null;
        var span = Of(generation) is var parent && Activity.Current is { } current && (current.TraceId == parent.TraceId || parent == default)
            ? KinoraTelemetry.Source.StartActivity(name, kind)
            : KinoraTelemetry.Source.StartActivity(name, kind, parent, links: Activity.Current is { } other ? [new(other.Context)] : null);
        return span is { IsAllDataRequested: true } ? span.Describe(generation) : span;
    }

    /// <summary>Says which generation a span is about.</summary>
    public static Activity Describe(this Activity span, Generation generation) => span
        .SetTag("kinora.generation.id", generation.Id)
        .SetTag("kinora.account.id", generation.AccountId)
        .SetTag("kinora.model", generation.ModelId)
        .SetTag("kinora.mode", generation.Mode);

    /// <summary>It did not succeed. Of the fault only its type is told: its text may quote a prompt.</summary>
    public static void Fail(this Activity span, Exception fault) => span.SetTag("error.type", fault.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    private static ActivityContext Of(Generation generation) =>
        ActivityContext.TryParse(generation.TraceParent, traceState: null, isRemote: true, out var context) ? context : default;
}
