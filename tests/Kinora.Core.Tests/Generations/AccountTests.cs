using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Core.Tests.Generations;

/// <summary>Which of a provider's accounts a generation goes to, and what becomes of it where none can take it.</summary>
public sealed class AccountTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly ScriptedProvider _second = new() { Account = "second" };

    [Fact]
    public async Task Account_without_credits_is_left_out_before_it_refuses()
    {
        _engine.Providers.Replace([_engine.Provider, _second]);
        _engine.Standings.Note("kie", new(ProviderAccountState.Good) { Balance = 40 }, lowBalance: 50);
        for (var i = 0; i < 3; i++) (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Attempt!.Account.ShouldBe("second");
        _engine.Provider.Submissions.ShouldBeEmpty();
        _engine.Standings.Note("kie", new(ProviderAccountState.Good) { Balance = 60 }, lowBalance: 50);
        _second.TakesNew = false;
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Attempt!.Account.ShouldBe("kie");
    }

    [Theory]
    [InlineData("402", ProviderAccountState.OutOfCredits)]
    [InlineData("401", ProviderAccountState.Unauthorized)]
    public async Task Account_that_refuses_for_itself_is_followed_by_the_next_one(string code, ProviderAccountState state)
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused(code, "No.", Retryable: false, ByUser: false) { Account = state };
        _engine.Providers.Replace([_engine.Provider, _second]);
        var id = (await _engine.AcceptAsync()).Id;
        (await _engine.StepAsync(id)).Status.ShouldBe(GenerationStatus.Queued);
        var running = await _engine.StepAsync(id);
        (running.Status, running.Attempt!.Account).ShouldBe((GenerationStatus.Running, "second"));
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Attempt!.Account.ShouldBe("second");
        _engine.Provider.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_only_account_refusing_for_itself_ends_the_generation_uncharged()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("402", "No credits.", Retryable: false, ByUser: false) { Account = ProviderAccountState.OutOfCredits };
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Failed);

        // From now on it is known beforehand, and waited for.
        var waiting = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (waiting.Status, waiting.Waiting!.Reason).ShouldBe((GenerationStatus.Queued, "No account at kie can take it now: kie: No credits."));
        _engine.Provider.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_finds_an_account_full_waits_until_another_has_ended_however_long_that_takes()
    {
        _engine.Provider.MaxConcurrent = 1;
        var first = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var second = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (second.Status, second.Waiting!.Reason).ShouldBe((GenerationStatus.Queued, "No account at kie can take it now: kie: as many run there as may."));
        for (var tries = 0; tries < 20; tries++) second = await _engine.NextAsync(second);
        (second.Status, _engine.Provider.Submissions.Count).ShouldBe((GenerationStatus.Queued, 1));

        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        (await _engine.NextAsync(first)).Status.ShouldBe(GenerationStatus.Failed);
        (await _engine.NextAsync(second)).Status.ShouldBe(GenerationStatus.Running);
    }

    [Fact]
    public async Task Refused_submission_frees_its_place_and_its_money()
    {
        (_engine.Provider.MaxConcurrent, _engine.Provider.DailyUsd) = (1, 100);
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("500", "No.", Retryable: false, ByUser: false);
        for (var i = 0; i < 3; i++) (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Failed);
        (await _engine.Stores.Caps.RunningAsync("kie", default)).ShouldBe(0);
        (await _engine.Stores.Caps.SpentAsync("kie", Kinora.Core.Storage.ProviderCaps.Day(_engine.Clock.GetUtcNow()), default)).ShouldBe(0);
    }

    [Fact]
    public async Task Lost_answer_keeps_its_place_and_counts_as_spent()
    {
        (_engine.Provider.MaxConcurrent, _engine.Provider.DailyUsd) = (1, 100);
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (await _engine.Stores.Caps.RunningAsync("kie", default)).ShouldBe(1);
        (await _engine.Stores.Caps.SpentAsync("kie", Kinora.Core.Storage.ProviderCaps.Day(_engine.Clock.GetUtcNow()), default)).ShouldBeGreaterThan(0);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
