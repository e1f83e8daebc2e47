using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do with changes: all or nothing, once, and paid for.</summary>
public abstract class GenerationStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Acceptance_holds_the_price_and_is_found_again()
    {
        await FundAsync(1000);
        var change = Some.Generation(credits: 300).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        var found = (await Stores.Generations.FindAsync(change.Generation.Id, Stop)).ShouldNotBeNull();
        found.Input.Prompt.ShouldBe("a lighthouse");
        found.WireInput["prompt"]!.GetValue<string>().ShouldBe("a lighthouse");
        found.Held.ShouldBe(300);
        await BalanceShouldBeAsync(balance: 1000, held: 300);
    }

    [Fact]
    public async Task A_thousand_concurrent_acceptances_with_credits_for_ten_create_ten()
    {
        await FundAsync(1000);
        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => CommitAsync(Some.Generation(credits: 100).Accept(null))));
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(10);
        results.Count(result => result.Outcome is CommitOutcome.InsufficientCredits).ShouldBe(990);
        (await Stores.Generations.ListAsync("acc", null, 100, null, Stop)).Count.ShouldBe(10);
        await BalanceShouldBeAsync(balance: 1000, held: 1000);
    }

    [Fact]
    public async Task A_refused_acceptance_leaves_nothing_behind()
    {
        await FundAsync(50);
        var change = Some.Generation(credits: 100).Accept(new("key", "hash"));
        var result = await CommitAsync(change);
        result.ShouldBe(new CommitResult(CommitOutcome.InsufficientCredits, Available: 50));
        (await Stores.Generations.FindAsync(change.Generation.Id, Stop)).ShouldBeNull();
        (await Stores.Generations.FindKeyAsync("acc", new("key", "hash"), Stop)).ShouldBeNull();
        (await Stores.Generations.HistoryAsync(change.Generation.Id, Stop)).ShouldBeEmpty();
        (await Stores.Generations.EventsAfterAsync("acc", 0, 10, Stop)).ShouldBeEmpty();
        await BalanceShouldBeAsync(balance: 50, held: 0);
    }

    [Fact]
    public async Task A_refused_change_does_not_disturb_its_neighbours_in_the_same_commit()
    {
        await FundAsync(250);
        var changes = Enumerable.Range(0, 5).Select(_ => Some.Generation(credits: 100).Accept(null)).ToList();
        var results = await Stores.Generations.CommitAsync(changes, Stop);
        results.Select(result => result.Outcome is CommitOutcome.Applied).ShouldBe([true, true, false, false, false]);
        await BalanceShouldBeAsync(balance: 250, held: 200);
    }

    [Fact]
    public async Task A_change_on_an_old_version_conflicts_and_posts_nothing()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        (await CommitAsync(accepted.Cancel(Some.Now)!)).Outcome.ShouldBe(CommitOutcome.Applied);
        (await CommitAsync(accepted.Cancel(Some.Now)!)).Outcome.ShouldBe(CommitOutcome.Conflict);
        (await CommitAsync(accepted.BeginSubmission(Some.Attempt("a"), Some.Now)!)).Outcome.ShouldBe(CommitOutcome.Conflict);
        await BalanceShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task The_same_key_makes_one_generation_however_many_ask_at_once()
    {
        await FundAsync(10_000);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CommitAsync(Some.Generation().Accept(new("key", "hash")))));
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(1);
        var others = results.Where(result => result.Outcome is CommitOutcome.KeyTaken).ToList();
        others.Count.ShouldBe(49);
        others.ShouldAllBe(result => result.SameBody);
        others.Select(result => result.ExistingId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        (await Stores.Generations.FindKeyAsync("acc", new("key", "other"), Stop))!.Value.SameBody.ShouldBeFalse();
        await BalanceShouldBeAsync(balance: 10_000, held: 100);
    }

    [Fact]
    public async Task Capture_takes_the_price_once_and_frees_the_hold()
    {
        await FundAsync(1000);
        var running = (await AcceptAsync()).BeginSubmission(Some.Attempt("a"), Some.Now)!.Generation;
        await CommitAllAsync(running);
        var done = await FinishAsync(running);
        done.Status.ShouldBe(GenerationStatus.Succeeded);
        await BalanceShouldBeAsync(balance: 900, held: 0);
        (await Stores.Accounts.LedgerAsync("acc", null, 10, Stop)).Select(entry => entry.Entry.Kind)
            .ShouldBe([LedgerKind.Capture, LedgerKind.Hold, LedgerKind.Grant]);
    }

    [Fact]
    public async Task Changes_that_belong_together_are_applied_all_or_none()
    {
        await FundAsync(250);
        var three = Enumerable.Range(0, 3).Select(i => Some.Generation(credits: 100).Accept(new($"key/{i}", "hash"))).ToList();
        var refused = await Stores.Generations.CommitWholeAsync(three, Stop);
        refused.ShouldBe([new(CommitOutcome.Withdrawn), new(CommitOutcome.Withdrawn), new(CommitOutcome.InsufficientCredits, Available: 50)]);
        (await Stores.Generations.ListAsync("acc", null, 10, null, Stop)).ShouldBeEmpty();
        (await Stores.Generations.FindKeyAsync("acc", new("key/0", "hash"), Stop)).ShouldBeNull();
        await BalanceShouldBeAsync(balance: 250, held: 0);
        (await Stores.Generations.CommitWholeAsync(three[..2], Stop)).ShouldAllBe(result => result.Outcome == CommitOutcome.Applied);
        await BalanceShouldBeAsync(balance: 250, held: 200);
    }

    [Fact]
    public async Task Several_changes_of_one_generation_go_in_one_commit_each_on_the_one_before()
    {
        await FundAsync(1000);
        var accepted = Some.Generation().Accept(null);
        var submitting = accepted.Generation.BeginSubmission(Some.Attempt("a"), Some.Now)!;
        var running = submitting.Generation.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var results = await Stores.Generations.CommitAsync([accepted, submitting, running, submitting], Stop);
        results.Select(result => result.Outcome).ShouldBe([CommitOutcome.Applied, CommitOutcome.Applied, CommitOutcome.Applied, CommitOutcome.Conflict]);
        (await Stores.Generations.FindAsync(accepted.Generation.Id, Stop))!.Version.ShouldBe(3);
        (await Stores.Generations.HistoryAsync(accepted.Generation.Id, Stop)).Select(entry => entry.Cause).ShouldBe(["accepted", "dispatched", "answered"]);
        (await Stores.Generations.EventsAfterAsync("acc", 0, 10, Stop)).Select(e => e.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_one_caller_cannot_write_is_no_trouble_of_the_others()
    {
        await FundAsync(10_000);
        var twice = (await AcceptAsync()) with { Version = 2 };
        var fault = new GenerationChange { Generation = twice, Ledger = [LedgerEntry.Hold("acc", twice.Id, 1, Some.Now)] };
        var nobodys = Some.Generation("nobody") with { Version = 1 };
        var orphan = new GenerationChange { Generation = nobodys, History = new(Some.Now, null, GenerationStatus.Queued, "accepted") };
        var good = Enumerable.Range(0, 100).Select(_ => Some.Generation(credits: 1).Accept(null)).ToList();
        var commits = good.Select((change, i) => (change, bad: i switch { 30 => fault, 60 => orphan, _ => null }))
            .SelectMany(pair => pair.bad is null ? [pair.change] : new[] { pair.bad, pair.change })
            .Select(change => (change, commit: CommitAsync(change))).ToList();
        foreach (var (change, commit) in commits)
        {
            if (change == fault || change == orphan) (await Should.ThrowAsync<Exception>(commit)).ShouldNotBeOfType<ShouldAssertException>();
            else (await commit).Outcome.ShouldBe(CommitOutcome.Applied);
        }

        (await Stores.Generations.FindAsync(twice.Id, Stop))!.Version.ShouldBe(1);
        (await Stores.Generations.FindAsync(nobodys.Id, Stop)).ShouldBeNull();
        await BalanceShouldBeAsync(balance: 10_000, held: 200);
    }

    private async Task CommitAllAsync(Generation generation) =>
        (await Stores.Generations.CommitAsync([new() { Generation = generation }], Stop))[0].Outcome.ShouldBe(CommitOutcome.Applied);

    private async Task<Generation> FinishAsync(Generation submitting)
    {
        var running = submitting.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var collecting = running.Generation.ProviderSucceeded(new(Core.Providers.ProviderTaskState.Succeeded, "success"), Some.Now, "poll")!;
        var done = collecting.Generation.Collected([], Some.Now)!;
        foreach (var change in new[] { running, collecting, done }) (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return (await Stores.Generations.FindAsync(submitting.Id, Stop))!;
    }
}
