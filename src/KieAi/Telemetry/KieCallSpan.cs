using System.Diagnostics;

namespace KieAi;

/// <summary>The span and the measurement of one call. A call that is neither granted nor failed was cancelled.</summary>
internal sealed class KieCallSpan : IDisposable
{
    private readonly KieCall _call;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _span;
    private TagList _tags;
    private string _outcome = "canceled";

    public KieCallSpan(KieCall call, TimeProvider time)
    {
        (_call, _time, _start) = (call, time, time.GetTimestamp());
        _span = KieTelemetry.Source.StartActivity("kie " + call.Name, ActivityKind.Client);
        if (_span is { IsAllDataRequested: true }) _span.SetTag("server.address", new Uri(call.Address).Host);
    }

    public void Granted() => _outcome = "ok";

    /// <summary>Only numbers of the fault: its text may quote the prompt.</summary>
    public void Failed(KieException fault)
    {
        var answered = fault.Code is not (null or 200);
        _outcome = fault.Outcome is KieOutcome.Unknown ? "unknown" : answered ? "refused" : "failed";
        if (fault.Code is { } code) _tags.Add("kie.code", code);
        if (fault.HttpStatus is { } status) _tags.Add("http.response.status_code", (int)status);
        _span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _tags.Add("kie.operation", _call.Name);
        _tags.Add("kie.outcome", _outcome);
        KieTelemetry.Called(_time.GetElapsedTime(_start), _tags);
        if (_span is null) return;
        foreach (var (name, value) in _tags) _span.SetTag(name, value);
        _span.SetTag("kie.task.id", _call.TaskId);
        _span.Dispose();
    }
}
