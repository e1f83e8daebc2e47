using System.Net;
using static KieAi.Tests.ScriptedKie;

namespace KieAi.Tests;

/// <summary>Waiting for a task: when it reads, what it bears and how it ends.</summary>
public sealed class KieWaitTests
{
    private const string Html = "<html><head><title>502 Bad Gateway</title></head></html>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_come_at_once_and_then_by_the_documented_cadence()
    {
        var kie = new ScriptedKie(Jobs("generating"));
        await Should.ThrowAsync<KieTaskTimeoutException>(() => kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        var seconds = kie.Seconds;
        seconds[..4].ShouldBe([0, 2.5, 5, 7.5]);
        Pauses(seconds, 0, 30).ShouldAllBe(pause => pause >= 2 && pause <= 3);
        Pauses(seconds, 30, 120).ShouldAllBe(pause => pause >= 5 && pause <= 10);
        Pauses(seconds, 120, 880).ShouldAllBe(pause => pause >= 15 && pause <= 30);
        seconds[^1].ShouldBe(900);
    }

    [Fact]
    public async Task Own_cadence_replaces_it_and_never_spins()
    {
        var kie = new ScriptedKie(Jobs("generating"), Jobs("generating"), Jobs("generating"), Done());
        var options = new KieWaitOptions { Cadence = elapsed => elapsed < TimeSpan.FromSeconds(5) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero };
        await kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", options, cancellationToken: Stop);
        kie.Seconds.ShouldBe([0, 5, 5.1, 5.2]);
    }

    [Fact]
    public async Task Finished_task_is_answered_and_every_reading_is_reported()
    {
        var kie = new ScriptedKie(Jobs("waiting"), Jobs("queuing"), Jobs("a word of tomorrow"), Done());
        var seen = new Seen();
        var reading = await kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", null, seen, Stop);
        reading.ResultUrls.ShouldBe([new Uri("https://a.example/1.mp4")]);
        seen.Words.ShouldBe(["waiting", "queuing", "a word of tomorrow", "success"]);
    }

    public static TheoryData<string, Func<HttpResponseMessage>> PassingFaults => new()
    {
        { "408", Refuses(408) },
        { "429", Refuses(429) },
        { "455", Refuses(455, "maintenance") },
        { "500", Refuses(500, "Server exception, please try again later or contact customer service") },
        { "a page", Says(Html, HttpStatusCode.BadGateway) },
        { "a page with 200", Says(Html) },
        { "nothing", Says("", HttpStatusCode.ServiceUnavailable) },
        { "cut short", Says("""{"code":200,"msg":"success","data":{"taskId":"t1","sta""") },
        { "no data", Says("""{"code":200,"msg":"success","data":null}""") },
        { "no connection", Breaks(HttpRequestError.ConnectionError) },
        { "lost", Breaks(HttpRequestError.ResponseEnded) },
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Passing_faults_are_waited_out_with_growing_pauses(string fault, Func<HttpResponseMessage> answer)
    {
        var kie = new ScriptedKie(answer, answer, answer, answer, answer, Done());
        (await kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop)).State.ShouldBe(KieTaskState.Success, fault);
        kie.Seconds.ShouldBe([0, 2.5, 6.5, 14.5, 30.5, 60.5]);
    }

    [Fact]
    public async Task Wait_that_kie_asks_for_is_kept_within_the_budget()
    {
        var kie = new ScriptedKie(Refuses(429, retryAfter: TimeSpan.FromSeconds(45)), Done());
        await kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop);
        kie.Seconds.ShouldBe([0, 45]);

        var long_ = new ScriptedKie(Refuses(429, retryAfter: TimeSpan.FromHours(1)));
        var over = await Should.ThrowAsync<KieTaskTimeoutException>(() => long_.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        long_.Calls.Count.ShouldBe(1);
        over.Waited.ShouldBe(TimeSpan.Zero);
        over.InnerException.ShouldBeOfType<KieException>().Code.ShouldBe(429);
    }

    [Theory]
    [InlineData("recordInfo is null")]
    [InlineData("record is null")]
    public async Task Record_that_is_not_there_yet_is_borne_right_after_creation_only(string msg)
    {
        var kie = new ScriptedKie(Refuses(422, msg), Refuses(422, msg), Done());
        (await kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop)).State.ShouldBe(KieTaskState.Success);

        var never = new ScriptedKie(Refuses(422, msg));
        var fault = await Should.ThrowAsync<KieTaskUnreadableException>(() => never.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        never.Clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(65));
        fault.TaskId.ShouldBe("t1");
    }

    [Theory]
    [InlineData(400, "taskId parameter is required")]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Task not found")]
    [InlineData(422, "only records of the last 14 days")]
    [InlineData(505, "switched off")]
    public async Task Definite_refusal_ends_the_wait_at_once(int code, string msg)
    {
        var kie = new ScriptedKie(Jobs("generating"), Refuses(code, msg));
        var fault = await Should.ThrowAsync<KieTaskUnreadableException>(() => kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        kie.Calls.Count.ShouldBe(2);
        (fault.TaskId, fault.Reading!.Word).ShouldBe(("t1", "generating"));
        fault.InnerException.ShouldBeOfType<KieException>().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Failed_task_is_an_exception_with_code_text_and_reading()
    {
        var kie = new ScriptedKie(Jobs("fail", failMsg: "Internal Error"));
        var failed = await Should.ThrowAsync<KieTaskFailedException>(() => kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        (failed.TaskId, failed.Code, failed.Message, failed.Reading!.State).ShouldBe(("t1", "500", "Internal Error", KieTaskState.Fail));
    }

    [Fact]
    public async Task Success_without_a_result_is_read_on_and_then_counts_as_failed()
    {
        var late = new ScriptedKie(Jobs("success"), Jobs("success"), Done());
        (await late.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop)).HasResult.ShouldBeTrue();

        var never = new ScriptedKie(Jobs("success"));
        var failed = await Should.ThrowAsync<KieTaskFailedException>(() => never.Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop));
        (failed.Reading!.State, failed.Code).ShouldBe((KieTaskState.Success, null));
        never.Clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(70));
    }

    [Theory]
    [InlineData("""{\"resultObject\":{\"status\":1}}""")]
    [InlineData("""{\"character_id\":\"c1\"}""")]
    public async Task Success_of_a_model_that_makes_no_video_is_one(string result) =>
        (await new ScriptedKie(Jobs("success", result)).Client().WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: Stop)).ResultUrls.ShouldBeEmpty();

    [Fact]
    public async Task Budget_that_is_used_up_keeps_the_task_and_what_was_read_last()
    {
        var kie = new ScriptedKie(Jobs("generating"), Refuses(455, "maintenance"));
        var options = new KieWaitOptions { Budget = TimeSpan.FromMinutes(1) };
        var over = await Should.ThrowAsync<KieTaskTimeoutException>(() => kie.Client().WaitAsync(KieTaskApi.Jobs, "t1", options, cancellationToken: Stop));
        (over.TaskId, over.Reading!.Word, over.Waited).ShouldBe(("t1", "generating", TimeSpan.FromMinutes(1)));
        over.InnerException.ShouldBeOfType<KieException>().Code.ShouldBe(455);
        over.Message.ShouldBe("Task t1 was not finished after 00:01:00 and was last seen as Generating. It may still succeed.");
        kie.Seconds[^1].ShouldBe(60);
    }

    [Fact(Timeout = 30_000)]
    public async Task Read_that_hangs_is_cut_off_where_the_budget_ends()
    {
        var clock = new FakeClock();
        var kie = new FakeKie(async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop);
            throw new InvalidOperationException("It never answers.");
        });
        var wait = kie.Client(clock).WaitAsync(KieTaskApi.Jobs, "t1", new() { Budget = TimeSpan.FromMinutes(1) }, cancellationToken: Stop);
        clock.Advance(TimeSpan.FromSeconds(59));
        wait.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<KieTaskTimeoutException>(() => wait)).Reading.ShouldBeNull();
        kie.Calls.ShouldBe(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Last_read_may_take_ten_seconds_beyond_the_budget()
    {
        var clock = new FakeClock();
        var kie = new FakeKie(async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop);
            throw new InvalidOperationException("It never answers.");
        });
        var wait = kie.Client(clock).WaitAsync(KieTaskApi.Jobs, "t1", new() { Budget = TimeSpan.Zero }, cancellationToken: Stop);
        clock.Advance(TimeSpan.FromSeconds(9));
        wait.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<KieTaskTimeoutException>(() => wait)).Waited.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Caller_who_cancels_during_a_pause_gets_the_cancellation_and_no_further_read()
    {
        using var cancel = new CancellationTokenSource();
        var clock = new FakeClock();
        var kie = new FakeKie("""{"code":200,"data":{"taskId":"t1","state":"generating"}}""");
        var wait = kie.Client(clock).WaitAsync(KieTaskApi.Jobs, "t1", cancellationToken: cancel.Token);
        wait.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => wait);
        kie.Calls.ShouldBe(1);
    }

    private static IEnumerable<double> Pauses(double[] seconds, double from, double to) =>
        seconds.Zip(seconds.Skip(1)).Where(pair => pair.First >= from && pair.Second <= to).Select(pair => pair.Second - pair.First);

    private sealed class Seen : IProgress<KieTaskReading>
    {
        public List<string> Words { get; } = [];

        public void Report(KieTaskReading value) => Words.Add(value.Word);
    }
}
