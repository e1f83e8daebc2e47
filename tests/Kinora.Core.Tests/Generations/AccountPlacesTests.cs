using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

/// <summary>An account that may have one generation at providers at once.</summary>
public sealed class AccountPlacesTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new(new(MaxConcurrent: 1, DailyGenerations: null));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Next_one_waits_in_line_is_told_why_and_goes_when_the_first_has_ended()
    {
        var first = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var second = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (first.Status, second.Status).ShouldBe((GenerationStatus.Running, GenerationStatus.Queued));
        second.Waiting!.Reason.ShouldStartWith("Your account may have 1 generations at providers at once");
        for (var tries = 0; tries < 200; tries++)
        {
            var due = second.DueAt;
            second = await _engine.NextAsync(second);
            (second.DueAt - due).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        }

        // However often it was looked at: its owner was told once.
        (await _engine.Store.HistoryAsync(second.Id, Stop)).Select(line => line.Cause).ShouldBe(["accepted", "requeued"]);
        _engine.Provider.Submissions.Count.ShouldBe(1);

        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        (await _engine.NextAsync(first)).Status.ShouldBe(GenerationStatus.Failed);

        // An hour in this line is no hour in which a provider was busy: one "later" does not end it.
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("429", "Later.", Retryable: true, ByUser: false);
        second = await _engine.NextAsync(second);
        (second.Status, second.Waiting!.Reason).ShouldBe((GenerationStatus.Queued, "Later."));
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("task_2");
        (await _engine.NextAsync(second)).Status.ShouldBe(GenerationStatus.Running);
    }

    [Fact]
    public async Task Work_of_others_goes_by_meanwhile()
    {
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Queued);
        await _engine.Accounts.CreateAsync(new("other", "Other", AccountRole.User, 0, 0), LedgerEntry.Grant("other", 1000, _engine.Clock.GetUtcNow(), "first"), Stop);
        (await _engine.StepAsync((await _engine.AcceptAsync(generation => generation with { AccountId = "other" })).Id)).Status.ShouldBe(GenerationStatus.Running);
    }

    [Fact]
    public async Task Administrators_have_no_limit_but_their_own()
    {
        await _engine.Accounts.CreateAsync(new("acc", "Account", AccountRole.Admin, 0, 0), LedgerEntry.Grant("acc", 1000, _engine.Clock.GetUtcNow(), "first"), Stop);
        for (var i = 0; i < 2; i++) (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Running);
        await _engine.Accounts.LimitAsync("acc", _ => new(MaxConcurrent: 2, null), Stop);
        (await _engine.StepAsync((await _engine.AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Queued);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
