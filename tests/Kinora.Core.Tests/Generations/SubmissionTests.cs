using Kinora.Core.Callbacks;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class SubmissionTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task The_attempt_is_committed_before_the_provider_is_asked()
    {
        var accepted = await _engine.AcceptAsync();
        GenerationStatus? seen = null;
        _engine.Provider.OnSubmit = _ =>
        {
            seen = _engine.Store.FindAsync(accepted.Id, default).GetAwaiter().GetResult()!.Status;
            return new SubmissionOutcome.Accepted("task_1");
        };
        var running = await _engine.StepAsync(accepted.Id);
        seen.ShouldBe(GenerationStatus.Submitting);
        running.Status.ShouldBe(GenerationStatus.Running);
        running.Attempt!.ProviderTaskId.ShouldBe("task_1");
        _engine.Provider.Submissions.ShouldHaveSingleItem().Input["prompt"]!.GetValue<string>().ShouldBe("a lighthouse");
    }

    [Fact]
    public async Task A_provider_that_calls_nobody_back_is_given_no_address_and_is_asked_instead()
    {
        _engine.Provider.CallsBack = false;
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);

        running.Attempt!.CallbackExpected.ShouldBeFalse();
        _engine.Provider.Submissions.ShouldHaveSingleItem().Callback.ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_answer_is_not_sent_again_and_ends_uncharged_when_the_wait_is_over()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var accepted = await _engine.AcceptAsync();
        var waiting = await _engine.StepAsync(accepted.Id);
        waiting.Status.ShouldBe(GenerationStatus.Submitting);
        waiting.Attempt!.AnswerLost.ShouldBeTrue();
        waiting.DueAt.ShouldBe(Some.Now.AddMinutes(2));
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 100);

        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        var failed = await _engine.StepAsync(accepted.Id);
        failed.Failure!.Code.ShouldBe(FailureCode.OutcomeUnknown);
        (await LastAsync(failed)).Cause.ShouldBe("outcome_wait_over");
        _engine.Provider.Submissions.Count.ShouldBe(1);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_lost_answer_is_healed_by_its_callback()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var accepted = await _engine.AcceptAsync();
        await _engine.StepAsync(accepted.Id);
        (await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.First(), "task_9"), default)).ShouldBe(CallbackOutcome.Applied);
        var healed = await _engine.FindAsync(accepted.Id);
        healed.Status.ShouldBe(GenerationStatus.Running);
        healed.Attempt!.ProviderTaskId.ShouldBe("task_9");
        healed.DueAt.ShouldBe(Some.Now);
    }

    [Fact]
    public async Task A_submission_whose_process_died_is_told_to_have_lost_its_answer_and_waits()
    {
        var accepted = await _engine.AcceptAsync();
        await _engine.Store.CommitAsync([accepted.BeginSubmission(Some.Attempt("a"), Some.Now + Schedule.AnswerWait)!], default);
        _engine.Clock.Advance(Schedule.AnswerWait);
        var waiting = await _engine.StepAsync(accepted.Id);
        waiting.Status.ShouldBe(GenerationStatus.Submitting);
        waiting.Attempt!.AnswerLost.ShouldBeTrue();
        waiting.DueAt.ShouldBe(Some.Now.AddMinutes(2));
        var last = await LastAsync(waiting);
        (last.Cause, last.Detail).ShouldBe(("answer_lost", "The server was stopped while it asked the provider."));

        _engine.Clock.Advance(TimeSpan.FromMinutes(2) - Schedule.AnswerWait);
        (await _engine.StepAsync(accepted.Id)).Failure!.Code.ShouldBe(FailureCode.OutcomeUnknown);
        _engine.Provider.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_that_may_pass_goes_back_into_the_line_and_later_to_the_provider()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("429", "too many", Retryable: true, ByUser: false, TimeSpan.FromSeconds(7));
        var accepted = await _engine.AcceptAsync();
        var queued = await _engine.StepAsync(accepted.Id);
        queued.Status.ShouldBe(GenerationStatus.Queued);
        queued.DueAt.ShouldBe(Some.Now.AddSeconds(7));
        queued.Waiting.ShouldBe(new("too many", Some.Now, 1));

        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("task_2");
        _engine.Clock.Advance(TimeSpan.FromSeconds(7));
        var running = await _engine.StepAsync(accepted.Id);
        running.Status.ShouldBe(GenerationStatus.Running);
        running.Attempts.ShouldBe(2);
        running.Waiting.ShouldBeNull();
        (await _engine.Store.HistoryAsync(accepted.Id, default)).ShouldContain(entry => entry.Cause == "requeued" && entry.Detail == "too many");
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 100);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_down_is_kept_in_hand_until_it_can()
    {
        var accepted = await _engine.AcceptAsync();
        var refusal = _engine.Refuse("NEW.status = 'running'");
        var step = _engine.Dispatcher.TakeAsync(accepted, TestContext.Current.CancellationToken);
        await Soon.HoldsAsync(() => Task.FromResult(step.IsCompleted || _engine.Clock.IsAwaited));
        refusal.Dispose();
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        await step;
        var running = await _engine.FindAsync(accepted.Id);
        running.Status.ShouldBe(GenerationStatus.Running);
        running.Attempt!.ProviderTaskId.ShouldBe("task_1");
        _engine.Provider.Submissions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(7, 7)]
    [InlineData(2_000_000_000, 600)]
    public async Task A_provider_cannot_name_a_wait_that_burns_the_tries_or_never_ends(int asked, int waits)
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("429", "too many", Retryable: true, ByUser: false, TimeSpan.FromSeconds(asked));
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).DueAt.ShouldBe(Some.Now.AddSeconds(waits));
    }

    [Theory]
    [InlineData("422", "prompt is required", false, FailureCode.ProviderRefused, FailureBy.User)]
    [InlineData("402", "Credits insufficient : Your current balance isn't enough to run this request.", false, FailureCode.ProviderRefused, FailureBy.Kinora)]
    [InlineData("422", "Your request was rejected by Flow(unsafe).", false, FailureCode.Moderated, FailureBy.User)]
    [InlineData("500", "The prompt was caught by our AI moderator", true, FailureCode.Moderated, FailureBy.User)]
    public async Task A_definite_refusal_fails_with_the_providers_words_and_gives_the_hold_back(
        string code, string words, bool retryable, string failure, FailureBy by)
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused(code, words, retryable, ByUser: false);
        var failed = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        failed.Failure.ShouldBe(new(failure, words, by) { ProviderCode = code });
        (await LastAsync(failed)).Cause.ShouldBe("refused");
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_provider_that_stays_away_is_given_up_in_the_end()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("unreachable", "connection refused", Retryable: true, ByUser: false);
        var generation = await _engine.AcceptAsync();
        for (var tries = 0; tries < 50 && !generation.IsFinal; tries++)
        {
            _engine.Clock.Advance(generation.DueAt!.Value - _engine.Clock.GetUtcNow());
            generation = await _engine.StepAsync(generation.Id);
        }

        generation.Failure!.Code.ShouldBe(FailureCode.ProviderUnreachable);
        (_engine.Clock.GetUtcNow() - Some.Now).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromMinutes(70));

        // Then the breaker keeps it waiting, which no attempt shows.
        generation.Attempts.ShouldBe(3);
        generation.Waiting.ShouldBeNull();
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_canceled_generation_is_not_submitted()
    {
        var accepted = await _engine.AcceptAsync();
        await _engine.Store.CommitAsync([accepted.Cancel(Some.Now)!], default);
        await _engine.Dispatcher.TakeAsync(accepted, default);
        _engine.Provider.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_what_the_provider_has_called_back_about_changes_nothing()
    {
        _engine.Provider.OnSubmit = submission =>
        {
            _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(submission, "task_1"), default).GetAwaiter().GetResult();
            return new SubmissionOutcome.Refused("422", "prompt is required", Retryable: false, ByUser: true);
        };
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (running.Status, running.Attempt!.ProviderTaskId).ShouldBe((GenerationStatus.Running, "task_1"));
    }

    [Fact]
    public async Task A_lost_answer_is_waited_for_until_its_wait_is_over_and_not_a_moment_longer()
    {
        var accepted = await _engine.AcceptAsync();
        var attempt = Some.Attempt("a") with { GiveUpAt = Some.Now + Schedule.AnswerWait };
        await _engine.Store.CommitAsync([accepted.BeginSubmission(attempt, attempt.GiveUpAt)!], default);
        _engine.Clock.Advance(Schedule.AnswerWait);
        (await _engine.StepAsync(accepted.Id)).Failure!.Code.ShouldBe(FailureCode.OutcomeUnknown);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<HistoryEntry> LastAsync(Generation generation) => (await _engine.Store.HistoryAsync(generation.Id, default))[^1];
}
