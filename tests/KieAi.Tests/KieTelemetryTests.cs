using System.Diagnostics;
using System.Diagnostics.Metrics;
using static KieAi.Tests.ScriptedKie;

namespace KieAi.Tests;

/// <summary>Spans and metrics: one for each call and each wait, with numbers and names, never with what was asked for.</summary>
public sealed class KieTelemetryTests : IDisposable
{
    private const string Prompt = "a secret lighthouse";
    private readonly List<Activity> _spans = [];
    private readonly List<string> _measured = [];
    private readonly Activity _root = new Activity("test").Start();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public KieTelemetryTests()
    {
        // Tests run beside each other: only what happens under this test's own span is looked at.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == KieTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _root.TraceId) _spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == KieTelemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (Activity.Current?.TraceId == _root.TraceId) _measured.Add($"{instrument.Name} {value:0.#}: {Tags(tags.ToArray())}");
        });
        _meters.Start();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _root.Dispose();
        _meters.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task Calls_and_waits_are_told_with_durations_and_outcomes()
    {
        var kie = new ScriptedKie(Says(Wire.TaskAccepted), Jobs("generating"), Refuses(455, Prompt), Done());
        await kie.Client().CreateAndWaitAsync(new KieCreateTaskRequest { Model = "m", Input = new() { ["prompt"] = Prompt } }, cancellationToken: Stop);

        _spans.Select(span => $"{span.DisplayName} {span.Kind} {span.Status}: {Tags(span.TagObjects)}").ShouldBe(
        [
            "kie jobs.create Client Unset: kie.operation=jobs.create kie.outcome=ok kie.task.id=task_kling-2.6_1765182425861 server.address=api.kie.ai",
            "kie jobs.read Client Unset: kie.operation=jobs.read kie.outcome=ok kie.task.id=task_kling-2.6_1765182425861 server.address=api.kie.ai",
            "kie jobs.read Client Error: http.response.status_code=200 kie.code=455 kie.operation=jobs.read kie.outcome=refused " +
                "kie.task.id=task_kling-2.6_1765182425861 server.address=api.kie.ai",
            "kie jobs.read Client Unset: kie.operation=jobs.read kie.outcome=ok kie.task.id=task_kling-2.6_1765182425861 server.address=api.kie.ai",
            "kie wait Internal Unset: kie.api=Jobs kie.outcome=ok kie.task.id=task_kling-2.6_1765182425861",
        ]);
        _spans[1].ParentSpanId.ShouldBe(_spans[^1].SpanId);
        _measured.Where(line => !line.StartsWith("kie.client.limit", StringComparison.Ordinal)).ShouldBe(
        [
            "kie.client.call.duration 0: kie.operation=jobs.create kie.outcome=ok",
            "kie.client.call.duration 0: kie.operation=jobs.read kie.outcome=ok",
            "kie.client.call.duration 0: http.response.status_code=200 kie.code=455 kie.operation=jobs.read kie.outcome=refused",
            "kie.client.call.duration 0: kie.operation=jobs.read kie.outcome=ok",
            "kie.client.task.wait 5: kie.api=Jobs kie.outcome=ok",
        ]);
        Everything().ShouldNotContain(Prompt);
        Everything().ShouldNotContain(FakeKie.Key);
    }

    [Fact]
    public async Task Time_before_a_limit_is_told_apart_from_the_call()
    {
        var client = new ScriptedKie(Says(Wire.TaskAccepted)).Client(options => options.Submissions = new(1, TimeSpan.FromSeconds(7)));
        await Calls.CreateAsync(client);
        await Calls.CreateAsync(client);
        _measured.ShouldBe(
        [
            "kie.client.limit.wait 0: kie.limit=submissions", "kie.client.call.duration 0: kie.operation=jobs.create kie.outcome=ok",
            "kie.client.limit.wait 7: kie.limit=submissions", "kie.client.call.duration 0: kie.operation=jobs.create kie.outcome=ok",
        ]);
    }

    [Fact]
    public async Task Ends_that_are_none_have_their_outcomes()
    {
        await Should.ThrowAsync<KieException>(() => Calls.CreateAsync(new ScriptedKie(Breaks(HttpRequestError.ResponseEnded)).Client()));
        await Should.ThrowAsync<KieException>(() => Calls.GetAsync(new ScriptedKie(Breaks(HttpRequestError.ResponseEnded)).Client()));
        await Should.ThrowAsync<KieException>(() => Calls.GetAsync(new ScriptedKie(Says("""{"code":200,"data":5}""")).Client()));
        await Should.ThrowAsync<OperationCanceledException>(
            () => new ScriptedKie(Done()).Client(options => options.Reads = null).GetTaskAsync("t1", new CancellationToken(canceled: true)));
        await Should.ThrowAsync<KieTaskException>(() => new ScriptedKie(Jobs("fail")).Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        await Should.ThrowAsync<KieTaskException>(() => new ScriptedKie(Refuses(401)).Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        await Should.ThrowAsync<KieTaskException>(
            () => new ScriptedKie(Jobs("waiting")).Client().WaitAsync(KieTaskApi.Jobs, "t1", new() { Budget = TimeSpan.Zero }, cancellationToken: Stop));
        _spans.Select(span => span.GetTagItem("kie.outcome"))
            .ShouldBe(["unknown", "failed", "failed", "canceled", "ok", "failed", "refused", "unreadable", "ok", "timeout"]);
    }

    private string Everything() => string.Join('\n', _spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}").Concat(_measured));

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Where(tag => tag.Value is not null).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
