using static KieAi.Tests.ScriptedKie;

namespace KieAi.Tests;

/// <summary>Creating and waiting in one call: one creation, whatever happens afterwards.</summary>
public sealed class KieCreateAndWaitTests
{
    private const string Create = "/api/v1/jobs/createTask";
    private static readonly KieCreateTaskRequest Request = new() { Model = "m" };
    private static readonly Func<HttpResponseMessage> Accepted = Says(Wire.TaskAccepted);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Task_is_created_once_told_at_once_and_waited_for()
    {
        var kie = new ScriptedKie(Accepted, Refuses(422, "recordInfo is null"), Refuses(500), Jobs("generating"), Done());
        var seen = new List<KieTaskReading>();
        var reading = await kie.Client().CreateAndWaitAsync(Request, progress: new Told(seen.Add), cancellationToken: Stop);
        reading.HasResult.ShouldBeTrue();
        kie.Calls.Count(call => call.Path == Create).ShouldBe(1);
        kie.Calls.Count.ShouldBe(5);
        (seen[0].TaskId, seen[0].State, seen[0].Word).ShouldBe(("task_kling-2.6_1765182425861", KieTaskState.Waiting, ""));
        seen.Skip(1).Select(told => told.Word).ShouldBe(["generating", "success"]);
    }

    [Theory]
    [InlineData(500, KieOutcome.Unknown)]
    [InlineData(408, KieOutcome.Unknown)]
    [InlineData(429, KieOutcome.Refused)]
    [InlineData(455, KieOutcome.Refused)]
    [InlineData(402, KieOutcome.Refused)]
    public async Task Creation_that_fails_is_never_sent_again(int code, KieOutcome outcome)
    {
        var kie = new ScriptedKie(Refuses(code), Accepted, Done());
        var fault = await Should.ThrowAsync<KieException>(() => kie.Client().CreateAndWaitAsync(Request, cancellationToken: Stop));
        fault.Outcome.ShouldBe(outcome);
        kie.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fault_after_creation_is_never_taken_for_a_refused_creation()
    {
        var kie = new ScriptedKie(Accepted, Refuses(401));
        var fault = await Should.ThrowAsync<KieTaskException>(() => kie.Client().CreateAndWaitAsync(Request, cancellationToken: Stop));
        fault.ShouldBeOfType<KieTaskUnreadableException>().TaskId.ShouldBe("task_kling-2.6_1765182425861");
    }

    [Fact]
    public async Task Caller_who_cancels_the_wait_still_has_the_id()
    {
        using var cancel = new CancellationTokenSource();
        var seen = new List<string>();
        var kie = new ScriptedKie(Accepted, Jobs("generating"));
        var progress = new Told(reading =>
        {
            seen.Add(reading.TaskId);
            if (reading.State == KieTaskState.Generating) cancel.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(() => kie.Client().CreateAndWaitAsync(Request, null, progress, cancel.Token));
        seen[0].ShouldBe("task_kling-2.6_1765182425861");
        kie.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_api_is_created_and_read_where_it_belongs()
    {
        await Paths(kie => kie.CreateAndWaitAsync(new KieVeoRequest(), cancellationToken: Stop), "veo/generate", "veo/record-info");
        await Paths(kie => kie.CreateAndWaitAsync(new KieRunwayRequest(), cancellationToken: Stop), "runway/generate", "runway/record-detail");
        await Paths(kie => kie.CreateAndWaitAsync(new KieAlephRequest(), cancellationToken: Stop), "aleph/generate", "aleph/record-info");
        await Paths(
            kie => kie.CreateAndWaitAsync(KieTaskApi.Veo, stop => kie.ExtendVeoAsync(new(), stop), cancellationToken: Stop), "veo/extend", "veo/record-info");

        async Task Paths(Func<KieClient, Task<KieTaskReading>> call, string create, string read)
        {
            var kie = new ScriptedKie(Accepted, Says("""{"code":200,"msg":"success","data":{"state":"fail","successFlag":0,"errorCode":400,"errorMessage":"no"}}"""));
            await Should.ThrowAsync<KieTaskException>(() => call(kie.Client(options => options.Reads = null)));
            kie.Calls.Select(sent => sent.Path).Distinct().ShouldBe(["/api/v1/" + create, "/api/v1/" + read]);
        }
    }

    [Fact]
    public void Budget_out_of_range_is_refused_before_anything_is_created()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new KieWaitOptions { Budget = TimeSpan.FromDays(15) });
        Should.Throw<ArgumentOutOfRangeException>(() => new KieWaitOptions { Budget = Timeout.InfiniteTimeSpan });
    }

    private sealed class Told(Action<KieTaskReading> tell) : IProgress<KieTaskReading>
    {
        public void Report(KieTaskReading value) => tell(value);
    }
}
