using System.Diagnostics;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Telemetry;

/// <summary>The span and the measurement of one call of a provider. One that tells of no outcome has failed.</summary>
internal sealed class ProviderCall : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _span;
    private TagList _tags;
    private string _outcome = "failed";

    /// <param name="operation">upload, submit, observe, fresh_link or cancel.</param>
    public ProviderCall(IGenerationProvider provider, string operation, Generation generation, TimeProvider time)
    {
        (_time, _start) = (time, time.GetTimestamp());
        _span = TraceContext.Begin("provider " + operation, generation, ActivityKind.Client);
        _tags.Add(KinoraTelemetry.Account, provider.Account);
        _tags.Add("kinora.provider.operation", operation);
        _span?.SetTag("kinora.provider", provider.Name).SetTag("server.address", provider.Origin.Host);
    }

    /// <summary>Reads the provider's record of a task, as one call.</summary>
    public static async Task<ProviderObservation> ObserveAsync(
        IGenerationProvider provider, Generation generation, string taskId, TimeProvider time, CancellationToken cancellationToken)
    {
        using var call = new ProviderCall(provider, "observe", generation, time);
        return call.Answered(await provider.ObserveAsync(generation.Endpoint, taskId, cancellationToken));
    }

    /// <summary>It was answered.</summary>
    public T Answered<T>(T answer)
    {
        _outcome = answer switch
        {
            SubmissionOutcome.Refused => "refused",
            SubmissionOutcome.Unknown => "unknown",
            _ => "ok",
        };
        return answer;
    }

    public void Dispose()
    {
        _tags.Add("kinora.provider.outcome", _outcome);
        KinoraTelemetry.Called(_time.GetElapsedTime(_start), _tags);
        if (_span is null) return;
        foreach (var (name, value) in _tags) _span.SetTag(name, value);
        if (_outcome is not "ok") _span.SetStatus(ActivityStatusCode.Error);
        _span.Dispose();
    }
}
