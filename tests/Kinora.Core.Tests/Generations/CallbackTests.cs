using System.Text;
using Kinora.Core.Callbacks;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class CallbackTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task A_callback_before_the_answer_is_taken_and_the_answer_then_says_nothing_new()
    {
        var accepted = await _engine.AcceptAsync();
        var outcome = CallbackOutcome.Forged;
        _engine.Provider.OnSubmit = submission =>
        {
            outcome = _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(submission, "task_1"), default).GetAwaiter().GetResult();
            return new SubmissionOutcome.Accepted("task_1");
        };
        var running = await _engine.StepAsync(accepted.Id);
        outcome.ShouldBe(CallbackOutcome.Applied);
        running.Status.ShouldBe(GenerationStatus.Running);
        (await CausesAsync(accepted.Id)).ShouldBe(["accepted", "dispatched", "callback"]);
    }

    [Fact]
    public async Task Of_two_tasks_that_claim_one_attempt_the_first_is_followed()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var accepted = await _engine.AcceptAsync();
        await _engine.StepAsync(accepted.Id);
        (await CallBackAsync("task_a")).ShouldBe(CallbackOutcome.Applied);
        (await CallBackAsync("task_b")).ShouldBe(CallbackOutcome.Foreign);
        (await _engine.FindAsync(accepted.Id)).Attempt!.ProviderTaskId.ShouldBe("task_a");
    }

    [Fact]
    public async Task A_callback_of_an_attempt_that_is_over_changes_nothing()
    {
        var generation = await PutOffAsync();
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("task_2");
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        var running = await _engine.StepAsync(generation.Id);
        (await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.First(), "task_1"), default)).ShouldBe(CallbackOutcome.Foreign);
        (await _engine.FindAsync(generation.Id)).Version.ShouldBe(running.Version);
    }

    [Fact]
    public async Task A_provider_that_calls_back_about_what_it_refused_is_not_asked_a_second_time()
    {
        var generation = await PutOffAsync();
        (await CallBackAsync("task_1")).ShouldBe(CallbackOutcome.Applied);
        generation = await _engine.FindAsync(generation.Id);
        generation.Status.ShouldBe(GenerationStatus.Running);
        generation.Waiting.ShouldBeNull();
        _engine.Provider.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_callback_is_applied_once_and_another_one_again()
    {
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var callback = EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1");
        (await _engine.Inbox.ReceiveAsync(callback, default)).ShouldBe(CallbackOutcome.Applied);
        var called = await _engine.FindAsync(running.Id);
        (await _engine.Inbox.ReceiveAsync(callback, default)).ShouldBe(CallbackOutcome.Duplicate);
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(called.Version);
        (await _engine.Inbox.ReceiveAsync(callback with { Body = "{}"u8.ToArray() }, default)).ShouldBe(CallbackOutcome.Applied);
        (await _engine.CallbackLog.ListAsync(running.Id, null, 10, default)).Select(e => e.Entry.Outcome)
            .ShouldBe([CallbackOutcome.Applied, CallbackOutcome.Duplicate, CallbackOutcome.Applied]);
    }

    [Fact]
    public async Task A_callback_after_the_wait_is_late_and_makes_the_record_be_read()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var generation = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        (await _engine.StepAsync(generation.Id)).Failure!.Code.ShouldBe(FailureCode.OutcomeUnknown);
        (await CallBackAsync("task_1")).ShouldBe(CallbackOutcome.Late);
        (await _engine.FindAsync(generation.Id)).DueAt.ShouldBe(_engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_came_is_kept_as_it_came_but_for_secrets_and_beyond_64_kilobytes()
    {
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var callback = EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1");
        var body = Encoding.UTF8.GetBytes($"{callback.Token} and s3cret, " + new string('x', 100_000));
        await _engine.Inbox.ReceiveAsync(callback with { Body = body, Secrets = [callback.Token!, "s3cret"] }, default);
        var entry = (await _engine.CallbackLog.ListAsync(null, null, 10, default)).ShouldHaveSingleItem().Entry;
        entry.Body.ShouldStartWith("… and …, xxx");
        entry.Body.Length.ShouldBeLessThan(CallbackInbox.MostKept);
        entry.BodyBytes.ShouldBe(body.Length);
        (entry.From, entry.TaskId, entry.At).ShouldBe(("203.0.113.7", "task_1", Some.Now));
    }

    [Fact]
    public async Task A_forger_fills_ten_short_rows_a_minute_and_the_rest_is_counted()
    {
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var forged = EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1") with { Token = "guess", Body = new byte[50_000] };
        for (var i = 0; i < 100; i++) await _engine.Inbox.ReceiveAsync(forged, default);
        (await _engine.CallbackLog.ListAsync(null, null, 100, default)).Count.ShouldBe(10);
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        await _engine.Inbox.ReceiveAsync(forged with { TaskId = null }, default);
        var kept = await _engine.CallbackLog.ListAsync(null, null, 100, default);
        kept.Count.ShouldBe(11);
        (kept[0].Entry.Skipped, kept[0].Entry.Outcome, kept[0].Entry.Body.Length).ShouldBe((90, CallbackOutcome.Unreadable, 1024));
    }

    [Fact]
    public async Task Whoever_has_seen_a_real_address_cannot_fill_the_log_through_it()
    {
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var callback = EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1");
        for (var i = 0; i < 60; i++) await _engine.Inbox.ReceiveAsync(callback with { Body = BitConverter.GetBytes(i) }, default);
        (await _engine.CallbackLog.ListAsync(running.Id, null, 100, default)).Count.ShouldBe(50);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Task<CallbackOutcome> CallBackAsync(string taskId) =>
        _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), taskId), default);

    /// <summary>A generation that the provider refused for now.</summary>
    private async Task<Generation> PutOffAsync()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("455", "maintenance", Retryable: true, ByUser: false);
        return await _engine.StepAsync((await _engine.AcceptAsync()).Id);
    }

    private async Task<IEnumerable<string>> CausesAsync(string id) => (await _engine.Store.HistoryAsync(id, default)).Select(entry => entry.Cause);
}
