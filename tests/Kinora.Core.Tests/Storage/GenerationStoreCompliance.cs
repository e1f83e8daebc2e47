using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every store engine must do. One subclass per engine.</summary>
public abstract class GenerationStoreCompliance
{
    private protected abstract TestStores Stores { get; }

    private GenerationStore Store => Stores.Generations;
    private AccountStore Accounts => Stores.Accounts;
    private EventFeed Feed => Stores.Feed;

    /// <summary>Sets the database's clock, which begins at <see cref="Some.Now"/>.</summary>
    protected abstract Task SetClockAsync(DateTimeOffset now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acceptance_holds_the_price_and_is_found_again()
    {
        await FundAsync(1000);
        var change = Some.Generation(credits: 300).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        var found = (await Store.FindAsync(change.Generation.Id, Stop)).ShouldNotBeNull();
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
        (await Store.ListAsync("acc", null, 100, null, Stop)).Count.ShouldBe(10);
        await BalanceShouldBeAsync(balance: 1000, held: 1000);
    }

    [Fact]
    public async Task A_refused_acceptance_leaves_nothing_behind()
    {
        await FundAsync(50);
        var change = Some.Generation(credits: 100).Accept(new("key", "hash"));
        var result = await CommitAsync(change);
        result.ShouldBe(new CommitResult(CommitOutcome.InsufficientCredits, Available: 50));
        (await Store.FindAsync(change.Generation.Id, Stop)).ShouldBeNull();
        (await Store.FindKeyAsync("acc", new("key", "hash"), Stop)).ShouldBeNull();
        (await Store.HistoryAsync(change.Generation.Id, Stop)).ShouldBeEmpty();
        (await Store.EventsAfterAsync("acc", 0, 10, Stop)).ShouldBeEmpty();
        await BalanceShouldBeAsync(balance: 50, held: 0);
    }

    [Fact]
    public async Task A_refused_change_does_not_disturb_its_neighbours_in_the_same_commit()
    {
        await FundAsync(250);
        var changes = Enumerable.Range(0, 5).Select(_ => Some.Generation(credits: 100).Accept(null)).ToList();
        var results = await Store.CommitAsync(changes, Stop);
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
        (await Store.FindKeyAsync("acc", new("key", "other"), Stop))!.Value.SameBody.ShouldBeFalse();
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
        (await Accounts.LedgerAsync("acc", null, 10, Stop)).Select(entry => entry.Entry.Kind)
            .ShouldBe([LedgerKind.Capture, LedgerKind.Hold, LedgerKind.Grant]);
    }

    [Fact]
    public async Task A_lease_keeps_others_away_until_it_lapses()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        var (one, two) = (new Lease("one", TimeSpan.FromSeconds(30)), new Lease("two", TimeSpan.FromSeconds(30)));
        (await Store.ClaimAsync(GenerationStatus.Queued, one, 10, Stop)).Select(g => g.Id).ShouldBe([accepted.Id]);
        await SetClockAsync(Some.Now.AddSeconds(29));
        (await Store.ClaimAsync(GenerationStatus.Queued, two, 10, Stop)).ShouldBeEmpty();
        await Store.RenewAsync([accepted.Id], two, Stop);
        (await Store.NextDueAsync(GenerationStatus.Queued, Stop)).ShouldBe(Some.Now.AddSeconds(30));
        await Store.RenewAsync([accepted.Id], one, Stop);
        (await Store.NextDueAsync(GenerationStatus.Queued, Stop)).ShouldBe(Some.Now.AddSeconds(59));
        await SetClockAsync(Some.Now.AddSeconds(58));
        (await Store.ClaimAsync(GenerationStatus.Queued, two, 10, Stop)).ShouldBeEmpty();
        await SetClockAsync(Some.Now.AddSeconds(59));
        (await Store.ClaimAsync(GenerationStatus.Queued, two, 10, Stop)).Count.ShouldBe(1);
        await Store.RenewAsync([accepted.Id], one, Stop);
        (await Store.NextDueAsync(GenerationStatus.Queued, Stop)).ShouldBe(Some.Now.AddSeconds(89));
    }

    [Fact]
    public async Task A_submission_keeps_the_lease_of_the_line_and_is_seen_when_that_lapses()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await Store.ClaimAsync(GenerationStatus.Queued, new("one", TimeSpan.FromSeconds(30)), 10, Stop);
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), Some.Now.AddSeconds(75))!;
        (await CommitAsync(submitting)).Outcome.ShouldBe(CommitOutcome.Applied);
        (await Store.NextDueAsync(GenerationStatus.Submitting, Stop)).ShouldBe(Some.Now.AddSeconds(30));
        await SetClockAsync(Some.Now.AddSeconds(20));
        await Store.RenewAsync([accepted.Id], new("one", TimeSpan.FromSeconds(30)), Stop);
        (await Store.NextDueAsync(GenerationStatus.Submitting, Stop)).ShouldBe(Some.Now.AddSeconds(50));
        await CommitAsync(submitting.Generation.Submitted("a", "task", Some.Now, Some.Now.AddSeconds(25), "answered")!);
        await Store.RenewAsync([accepted.Id], new("one", TimeSpan.FromSeconds(30)), Stop);
        (await Store.NextDueAsync(GenerationStatus.Running, Stop)).ShouldBe(Some.Now.AddSeconds(25));
    }

    [Fact]
    public async Task Claims_take_what_is_due_longest_due_first_and_each_once()
    {
        await FundAsync(10_000);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add((await AcceptAsync(Some.Now.AddSeconds(i))).Id);
        var lease = new Lease("one", TimeSpan.FromSeconds(30));
        await SetClockAsync(Some.Now.AddSeconds(3));
        (await Store.ClaimAsync(GenerationStatus.Queued, lease, 2, Stop)).Select(g => g.Id).Order().ShouldBe(ids[..2].Order());
        (await Store.ClaimAsync(GenerationStatus.Queued, lease, 10, Stop)).Select(g => g.Id).Order().ShouldBe(ids[2..4].Order());
        (await Store.NextDueAsync(GenerationStatus.Queued, Stop)).ShouldBe(Some.Now.AddSeconds(4));
    }

    [Fact]
    public async Task Changes_that_belong_together_are_applied_all_or_none()
    {
        await FundAsync(250);
        var three = Enumerable.Range(0, 3).Select(i => Some.Generation(credits: 100).Accept(new($"key/{i}", "hash"))).ToList();
        var refused = await Store.CommitWholeAsync(three, Stop);
        refused.ShouldBe([new(CommitOutcome.Withdrawn), new(CommitOutcome.Withdrawn), new(CommitOutcome.InsufficientCredits, Available: 50)]);
        (await Store.ListAsync("acc", null, 10, null, Stop)).ShouldBeEmpty();
        (await Store.FindKeyAsync("acc", new("key/0", "hash"), Stop)).ShouldBeNull();
        await BalanceShouldBeAsync(balance: 250, held: 0);
        (await Store.CommitWholeAsync(three[..2], Stop)).ShouldAllBe(result => result.Outcome == CommitOutcome.Applied);
        await BalanceShouldBeAsync(balance: 250, held: 200);
    }

    [Fact]
    public async Task Several_changes_of_one_generation_go_in_one_commit_each_on_the_one_before()
    {
        await FundAsync(1000);
        var accepted = Some.Generation().Accept(null);
        var submitting = accepted.Generation.BeginSubmission(Some.Attempt("a"), Some.Now)!;
        var running = submitting.Generation.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var results = await Store.CommitAsync([accepted, submitting, running, submitting], Stop);
        results.Select(result => result.Outcome).ShouldBe([CommitOutcome.Applied, CommitOutcome.Applied, CommitOutcome.Applied, CommitOutcome.Conflict]);
        (await Store.FindAsync(accepted.Generation.Id, Stop))!.Version.ShouldBe(3);
        (await Store.HistoryAsync(accepted.Generation.Id, Stop)).Select(entry => entry.Cause).ShouldBe(["accepted", "dispatched", "answered"]);
        (await Store.EventsAfterAsync("acc", 0, 10, Stop)).Select(e => e.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_runs_can_be_made_due_at_once_but_for_what_somebody_has()
    {
        await FundAsync(1000);
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var accepted = await AcceptAsync();
            var submitting = accepted.BeginSubmission(Some.Attempt("a"), Some.Now)!;
            var running = submitting.Generation.Submitted("a", $"task {i}", Some.Now, Some.Now.AddMinutes(5 * i), "answered")!;
            await Store.CommitAsync([submitting, running], Stop);
            ids.Add(accepted.Id);
        }

        await Store.ClaimAsync(GenerationStatus.Running, new("one", TimeSpan.FromMinutes(1)), 10, Stop);
        (await Store.AskAboutAllAsync(Stop)).ShouldBe(1);
        (await Store.ClaimAsync(GenerationStatus.Running, new("two", TimeSpan.FromMinutes(1)), 10, Stop)).Select(g => g.Id).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task The_first_of_several_knows_that_it_is()
    {
        var lease = TimeSpan.FromSeconds(15);
        await Stores.Leases.TryHoldAsync("node/2", "node/2", lease, Stop);
        await Stores.Leases.TryHoldAsync("other", "other", lease, Stop);
        (await Stores.Leases.IsFirstAsync("node/", "node/2", Stop)).ShouldBeTrue();
        (await Stores.Leases.IsFirstAsync("node/", "node/3", Stop)).ShouldBeFalse();
        await SetClockAsync(Some.Now.AddSeconds(15));
        (await Stores.Leases.IsFirstAsync("node/", "node/3", Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_is_swept_unless_something_refers_to_it_in_time()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        (await Stores.Loose.ExpectAsync(["a", "b"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
        (await CommitAsync(Kept(accepted, "a"))).Outcome.ShouldBe(CommitOutcome.Applied);
        await SetClockAsync(Some.Now.AddHours(1));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["b"]);
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
        (await CommitAsync(Kept((await Store.FindAsync(accepted.Id, Stop))!, "b"))).Outcome.ShouldBe(CommitOutcome.Conflict);
        (await Stores.Loose.ExpectAsync(["b"], TimeSpan.FromHours(1), Stop)).ShouldBeFalse();
        await SetClockAsync(Some.Now.AddHours(1).AddMinutes(1));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["b"]);
        await Stores.Loose.RemoveAsync("b", Stop);
        (await Stores.Loose.ExpectAsync(["b"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_no_longer_referred_to_is_swept_at_once()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await CommitAsync(new() { Generation = accepted with { Version = 2 }, DroppedFiles = ["a"] });
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Events_count_up_by_one_and_a_resumed_reader_misses_nothing()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        var waiting = Feed.WaitAsync("acc", await Accounts.LastEventAsync("acc", Stop), Stop);
        waiting.IsCompleted.ShouldBeFalse();
        await CommitAsync(accepted.Cancel(Some.Now)!);
        await waiting.WaitAsync(Stop);
        await Accounts.PostAsync(LedgerEntry.Grant("acc", 5, Some.Now, "more"), Stop);
        var events = await Store.EventsAfterAsync("acc", 0, 10, Stop);
        events.Select(e => e.Number).ShouldBe([1, 2, 3]);
        events[0].Generation!.Status.ShouldBe(GenerationStatus.Canceled);
        events[2].Generation.ShouldBeNull();
        (await Store.EventsAfterAsync("acc", 2, 10, Stop)).ShouldHaveSingleItem();
        await Feed.WaitAsync("acc", 2, Stop);
    }

    [Fact]
    public async Task Listing_pages_from_the_newest_and_stays_in_the_account()
    {
        await FundAsync(10_000);
        await Accounts.CreateAsync(new("other", "Other", AccountRole.User, 0, 0), LedgerEntry.Grant("other", 1000, Some.Now, "first"), Stop);
        await CommitAsync(Some.Generation("other").Accept(null));
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, (await AcceptAsync()).Id);
        ids = [.. ids.OrderDescending(StringComparer.Ordinal)];
        var first = await Store.ListAsync("acc", null, 3, null, Stop);
        first.Select(g => g.Id).ShouldBe(ids[..3]);
        (await Store.ListAsync("acc", first[^1].Id, 3, null, Stop)).Select(g => g.Id).ShouldBe(ids[3..]);
        (await Store.ListAsync("acc", null, 3, GenerationStatus.Failed, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Credentials_are_found_until_they_lapse_and_removed_once()
    {
        await FundAsync(0);
        await Accounts.SaveCredentialAsync(new(CredentialKind.SignInLink, "hash", "acc", Some.Now, Some.Now.AddHours(1)), Stop);
        (await Accounts.FindCredentialAsync(CredentialKind.SignInLink, "hash", Some.Now, Stop))!.AccountId.ShouldBe("acc");
        (await Accounts.FindCredentialAsync(CredentialKind.ApiKey, "hash", Some.Now, Stop)).ShouldBeNull();
        (await Accounts.FindCredentialAsync(CredentialKind.SignInLink, "hash", Some.Now.AddHours(1), Stop)).ShouldBeNull();
        var removed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Accounts.RemoveCredentialAsync(CredentialKind.SignInLink, "hash", Stop)));
        removed.Count(once => once).ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_is_made_once_and_kept()
    {
        var first = await Accounts.SecretAsync("callback", Stop);
        first.Length.ShouldBe(32);
        (await Accounts.SecretAsync("callback", Stop)).ShouldBe(first);
        (await Accounts.SecretAsync("other", Stop)).ShouldNotBe(first);
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

        (await Store.FindAsync(twice.Id, Stop))!.Version.ShouldBe(1);
        (await Store.FindAsync(nobodys.Id, Stop)).ShouldBeNull();
        await BalanceShouldBeAsync(balance: 10_000, held: 200);
    }

    [Fact]
    public async Task An_upload_is_known_from_the_commit_on_that_keeps_its_file()
    {
        await FundAsync(0);
        var asset = new Asset("asset_1", "acc", "key", new("video/mp4", 1280, 720, 5, 25, "h264", null), 5, "hash", Some.Now);
        (await Stores.Assets.AddAsync(asset, Stop)).ShouldBeFalse();
        (await Stores.Loose.ExpectAsync(["key"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
        (await Stores.Assets.AddAsync(asset, Stop)).ShouldBeTrue();
        (await Stores.Assets.FindAsync("acc", "asset_1", Stop)).ShouldBe(asset);
        (await Stores.Assets.FindAsync("other", "asset_1", Stop)).ShouldBeNull();
        await SetClockAsync(Some.Now.AddHours(2));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_singleton_has_one_owner_until_its_lease_lapses()
    {
        var minute = TimeSpan.FromMinutes(1);
        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Stores.Leases.TryHoldAsync("sweep", $"node {i}", minute, Stop)));
        var owner = "node " + tries.Index().Single(one => one.Item).Index;
        await SetClockAsync(Some.Now.AddSeconds(59));
        (await Stores.Leases.TryHoldAsync("sweep", "another", minute, Stop)).ShouldBeFalse();
        (await Stores.Leases.TryHoldAsync("other work", "another", minute, Stop)).ShouldBeTrue();
        (await Stores.Leases.TryHoldAsync("sweep", owner, minute, Stop)).ShouldBeTrue();
        await SetClockAsync(Some.Now.AddSeconds(118));
        (await Stores.Leases.TryHoldAsync("sweep", "another", minute, Stop)).ShouldBeFalse();
        await SetClockAsync(Some.Now.AddSeconds(119));
        (await Stores.Leases.TryHoldAsync("sweep", "another", minute, Stop)).ShouldBeTrue();
        (await Stores.Leases.TryHoldAsync("sweep", owner, minute, Stop)).ShouldBeFalse();
    }

    private static GenerationChange Kept(Generation generation, string file) =>
        new() { Generation = generation with { Version = generation.Version + 1 }, KeptFiles = [file] };

    private async Task<CommitResult> CommitAsync(GenerationChange change) => (await Store.CommitAsync([change], Stop))[0];

    private async Task<Generation> AcceptAsync(DateTimeOffset? at = null)
    {
        var change = Some.Generation(at: at).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    private async Task CommitAllAsync(Generation generation) =>
        (await Store.CommitAsync([new() { Generation = generation }], Stop))[0].Outcome.ShouldBe(CommitOutcome.Applied);

    private async Task<Generation> FinishAsync(Generation submitting)
    {
        var running = submitting.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var collecting = running.Generation.ProviderSucceeded(new(Core.Providers.ProviderTaskState.Succeeded, "success"), Some.Now, "poll")!;
        var done = collecting.Generation.Collected([], Some.Now)!;
        foreach (var change in new[] { running, collecting, done }) (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return (await Store.FindAsync(submitting.Id, Stop))!;
    }

    private Task FundAsync(long credits) => Accounts.CreateAsync(
        new("acc", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant("acc", credits, Some.Now, "first"), Stop);

    private async Task BalanceShouldBeAsync(long balance, long held)
    {
        var account = (await Accounts.FindAsync("acc", Stop))!;
        (account.Balance, account.Held).ShouldBe((balance, held));
        var ledger = await Accounts.LedgerAsync("acc", null, 10_000, Stop);
        (ledger.Sum(e => e.Entry.BalanceChange), ledger.Sum(e => e.Entry.HeldChange)).ShouldBe((balance, held));
    }
}
