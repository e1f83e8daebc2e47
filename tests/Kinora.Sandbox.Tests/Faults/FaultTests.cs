using System.Net;
using KieAi;

namespace Kinora.Sandbox.Tests.Faults;

/// <summary>Whatever is scripted, the client ends with the right result or the right error, within its budget.</summary>
public sealed class FaultTests
{
    private static readonly KieWaitOptions Patience = new()
    {
        Budget = TimeSpan.FromDays(1), RecordGrace = TimeSpan.FromDays(1), Cadence = _ => TimeSpan.FromSeconds(1), ResultGrace = TimeSpan.FromSeconds(5),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a cat")]
    [InlineData("[[slow:100ms]]")]
    [InlineData("[[no-callback]]")]
    [InlineData("[[double-callback]]")]
    [InlineData("[[late-callback:20s]]")]
    [InlineData("[[unknown-state]] [[slow:100ms]]")]
    [InlineData("[[expired-url]]")]
    [InlineData("[[lost-answer:read]]")]
    [InlineData("[[truncated:read]]")]
    [InlineData("[[html-502:read]]")]
    [InlineData("[[read:429]]")]
    [InlineData("[[read:455]]")]
    [InlineData("[[read:408]]")]
    [InlineData("[[read:500]]")]
    [InlineData("[[null-record]]")]
    [InlineData("[[null-record]] [[unknown-state]] [[html-502:read]] [[slow:50ms]]")]
    public async Task Fault_that_passes_is_waited_out(string prompt)
    {
        await using var caller = await StartAsync();

        var reading = await Client(caller).CreateAndWaitAsync(Request(prompt), Patience, cancellationToken: Stop);

        (reading.State, reading.ResultUrls.Count).ShouldBe((KieTaskState.Success, 1));
        await ShouldHaveTasksAsync(caller, 1);
    }

    [Theory]
    [InlineData("[[fail:501]]", "501")]
    [InlineData("[[fail:422:a bad cat]]", "422")]
    [InlineData("[[moderated]]", "422")]
    [InlineData("[[no-url]]", null)]
    public async Task Task_that_fails_is_told_as_failed(string prompt, string? code)
    {
        await using var caller = await StartAsync();

        var failed = await Should.ThrowAsync<KieTaskFailedException>(() => Client(caller).CreateAndWaitAsync(Request(prompt), Patience, cancellationToken: Stop));

        failed.Reading!.FailCode.ShouldBe(code);
        await ShouldHaveTasksAsync(caller, 1);
    }

    [Fact]
    public async Task Stuck_task_uses_up_the_budget()
    {
        await using var caller = await StartAsync();

        var late = await Should.ThrowAsync<KieTaskTimeoutException>(() => Client(caller).CreateAndWaitAsync(
            Request("[[stuck]]"), Patience with { Budget = TimeSpan.FromSeconds(60) }, cancellationToken: Stop));

        late.Reading!.State.ShouldBe(KieTaskState.Generating);
    }

    [Theory]
    [InlineData("[[lost-answer]]")]
    [InlineData("[[truncated]]")]
    [InlineData("[[html-502]]")]
    public async Task Creation_whose_answer_is_lost_has_an_unknown_outcome_and_is_not_repeated(string prompt)
    {
        await using var caller = await StartAsync();

        var fault = await Should.ThrowAsync<KieException>(() => Client(caller).CreateAndWaitAsync(Request(prompt), Patience, cancellationToken: Stop));

        (fault.Outcome, fault.IsTransient).ShouldBe((KieOutcome.Unknown, false));
        await ShouldHaveTasksAsync(caller, 1);
        (await caller.CreditAsync()).ShouldBe(100_000 - 55);
    }

    [Theory]
    [InlineData("[[refuse:400]]", false)]
    [InlineData("[[refuse:402]]", false)]
    [InlineData("[[refuse:422]]", false)]
    [InlineData("[[refuse:429]]", true)]
    [InlineData("[[refuse:455]]", true)]
    [InlineData("[[refuse:505]]", false)]
    [InlineData("[[nonsense]]", false)]
    public async Task Refused_creation_is_told_as_refused_and_is_not_repeated(string prompt, bool isTransient)
    {
        await using var caller = await StartAsync();

        var fault = await Should.ThrowAsync<KieException>(() => Client(caller).CreateTaskAsync(Request(prompt), Stop));

        (fault.Outcome, fault.IsTransient).ShouldBe((KieOutcome.Refused, isTransient));
        await ShouldHaveTasksAsync(caller, 0);
    }

    [Theory]
    [InlineData("[[read:401]]", 401)]
    [InlineData("[[read:404]]", 404)]
    public async Task Reading_that_is_refused_for_good_ends_the_wait(string prompt, int code)
    {
        await using var caller = await StartAsync();

        var fault = await Should.ThrowAsync<KieTaskUnreadableException>(() => Client(caller).CreateAndWaitAsync(Request(prompt), Patience, cancellationToken: Stop));

        fault.InnerException.ShouldBeOfType<KieException>().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("paused", 500, false)]
    [InlineData("switched-off", 505, false)]
    [InlineData("unpublished", 404, false)]
    [InlineData("withdrawn", 422, false)]
    [InlineData("maintenance", 455, true)]
    [InlineData("no-credits", 402, false)]
    [InlineData("busy", 429, true)]
    public async Task Model_that_is_not_well_refuses_the_creation(string state, int code, bool isTransient)
    {
        await using var caller = await StartAsync();
        await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = "*", state });

        var fault = await Should.ThrowAsync<KieException>(() => Client(caller).CreateTaskAsync(Request("a cat"), Stop));

        (fault.Code, fault.Outcome, fault.IsTransient).ShouldBe((code, KieOutcome.Refused, isTransient));
    }

    [Fact]
    public async Task Lapsed_address_is_had_by_a_fresh_link()
    {
        await using var caller = await StartAsync();
        var client = Client(caller);
        var reading = await client.CreateAndWaitAsync(Request("[[expired-url]]"), Patience, cancellationToken: Stop);

        (await caller.Http.GetAsync(reading.ResultUrls[0], Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await caller.Http.GetAsync(await client.GetDownloadUrlAsync(reading.ResultUrls[0], Stop), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Larger_veo_versions_are_waited_for()
    {
        await using var caller = await StartAsync();
        var client = Client(caller);
        var reading = await client.CreateAndWaitAsync(new KieVeoRequest { Prompt = "waves" }, Patience, cancellationToken: Stop);

        (await client.WaitVeo1080pAsync(reading.TaskId, options: Patience, cancellationToken: Stop)).IsReady.ShouldBeTrue();
        (await client.WaitVeo4kAsync(new() { TaskId = reading.TaskId }, Patience, Stop)).IsReady.ShouldBeTrue();
        await Should.ThrowAsync<KieException>(() => client.ExtendVeoAsync(new() { TaskId = reading.TaskId, Prompt = "on" }, Stop));
    }

    [Theory]
    [InlineData("[[moderated]]")]
    [InlineData("[[fail:500]]")]
    public async Task Dedicated_apis_fail_typed_too(string prompt)
    {
        await using var caller = await StartAsync();
        var client = Client(caller);

        await Should.ThrowAsync<KieTaskFailedException>(() => client.CreateAndWaitAsync(new KieVeoRequest { Prompt = prompt }, Patience, cancellationToken: Stop));
        await Should.ThrowAsync<KieTaskFailedException>(() => client.CreateAndWaitAsync(
            new KieRunwayRequest { Prompt = prompt, Duration = 5, Quality = "720p", AspectRatio = "16:9" }, Patience, cancellationToken: Stop));
        await Should.ThrowAsync<KieTaskFailedException>(() => client.CreateAndWaitAsync(
            new KieAlephRequest { Prompt = prompt, VideoUrl = "https://example.com/a.mp4" }, Patience, cancellationToken: Stop));
        await Should.ThrowAsync<KieTaskFailedException>(() => client.CreateAndWaitAsync(
            KieTaskApi.Modify, stop => client.GenerateModifyAsync(new() { Prompt = prompt, VideoUrl = "https://example.com/a.mp4" }, stop), Patience, cancellationToken: Stop));
    }

    // The sandbox keeps the system's time, so that its pretended seconds are none; only the client is in haste.
    private static Task<Caller> StartAsync() => Caller.StartAsync(options => (options.Render, options.Limits) = (SandboxRender.None, false));

    private static KieClient Client(Caller caller) => new(
        caller.Http,
        new() { BaseUrl = caller.Http.BaseAddress!, UploadBaseUrl = caller.Http.BaseAddress!, ApiKey = "sandbox", CallTimeout = Timeout.InfiniteTimeSpan },
        new HastyTime());

    private static KieCreateTaskRequest Request(string prompt) => new()
    {
        Model = "kling-2.6/text-to-video", Input = new() { ["prompt"] = prompt, ["duration"] = "5", ["aspect_ratio"] = "1:1", ["sound"] = false },
    };

    // The client in its haste may give up before the sandbox has made the task.
    private static async Task ShouldHaveTasksAsync(Caller caller, int count)
    {
        for (var tries = 0; tries < 500 && await TasksAsync(caller) < count; tries++) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        (await TasksAsync(caller)).ShouldBe(count);
    }

    private static async Task<int> TasksAsync(Caller caller) => (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Count;
}
