using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>How every engine must share out work.</summary>
public abstract class LeaseStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task A_lease_keeps_others_away_until_it_lapses()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        var (one, two) = (new Lease("one", TimeSpan.FromSeconds(30)), new Lease("two", TimeSpan.FromSeconds(30)));
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", one, 10, Stop)).Select(g => g.Id).ShouldBe([accepted.Id]);
        await SetClockAsync(Some.Now.AddSeconds(29));
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", two, 10, Stop)).ShouldBeEmpty();
        await Stores.Generations.RenewAsync([accepted.Id], two, Stop);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Queued, "", Stop)).ShouldBe(Some.Now.AddSeconds(30));
        await Stores.Generations.RenewAsync([accepted.Id], one, Stop);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Queued, "", Stop)).ShouldBe(Some.Now.AddSeconds(59));
        await SetClockAsync(Some.Now.AddSeconds(58));
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", two, 10, Stop)).ShouldBeEmpty();
        await SetClockAsync(Some.Now.AddSeconds(59));
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", two, 10, Stop)).Count.ShouldBe(1);
        await Stores.Generations.RenewAsync([accepted.Id], one, Stop);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Queued, "", Stop)).ShouldBe(Some.Now.AddSeconds(89));
    }

    [Fact]
    public async Task A_submission_keeps_the_lease_of_the_line_and_is_seen_when_that_lapses()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", new("one", TimeSpan.FromSeconds(30)), 10, Stop);
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), Some.Now.AddSeconds(75))!;
        (await CommitAsync(submitting)).Outcome.ShouldBe(CommitOutcome.Applied);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Submitting, "", Stop)).ShouldBe(Some.Now.AddSeconds(30));
        await SetClockAsync(Some.Now.AddSeconds(20));
        await Stores.Generations.RenewAsync([accepted.Id], new("one", TimeSpan.FromSeconds(30)), Stop);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Submitting, "", Stop)).ShouldBe(Some.Now.AddSeconds(50));
        await CommitAsync(submitting.Generation.Submitted("a", "task", Some.Now, Some.Now.AddSeconds(25), "answered")!);
        await Stores.Generations.RenewAsync([accepted.Id], new("one", TimeSpan.FromSeconds(30)), Stop);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Running, "kie", Stop)).ShouldBe(Some.Now.AddSeconds(25));
    }

    [Fact]
    public async Task Claims_take_what_is_due_longest_due_first_and_each_once()
    {
        await FundAsync(10_000);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add((await AcceptAsync(Some.Now.AddSeconds(i))).Id);
        var lease = new Lease("one", TimeSpan.FromSeconds(30));
        await SetClockAsync(Some.Now.AddSeconds(3));
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", lease, 2, Stop)).Select(g => g.Id).Order().ShouldBe(ids[..2].Order());
        (await Stores.Generations.ClaimAsync(GenerationStatus.Queued, "", lease, 10, Stop)).Select(g => g.Id).Order().ShouldBe(ids[2..4].Order());
        (await Stores.Generations.NextDueAsync(GenerationStatus.Queued, "", Stop)).ShouldBe(Some.Now.AddSeconds(4));
    }

    [Fact]
    public async Task What_runs_can_be_made_due_at_once_but_for_what_somebody_has()
    {
        await FundAsync(1000);
        string[] ids = [await RunningAsync("kie", Some.Now), await RunningAsync("kie", Some.Now.AddMinutes(5))];
        await Stores.Generations.ClaimAsync(GenerationStatus.Running, "kie", new("one", TimeSpan.FromMinutes(1)), 10, Stop);
        (await Stores.Generations.AskAboutAllAsync(Stop)).ShouldBe(1);
        (await Stores.Generations.ClaimAsync(GenerationStatus.Running, "kie", new("two", TimeSpan.FromMinutes(1)), 10, Stop)).Select(g => g.Id).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task What_runs_waits_in_the_line_of_its_account_until_it_ends()
    {
        await FundAsync(1000);
        string[] ids = [await RunningAsync("one", Some.Now), await RunningAsync("two", Some.Now.AddSeconds(-1))];
        (await Stores.Generations.LinesAsync(GenerationStatus.Running, Stop)).ShouldBe(["one", "two"], ignoreOrder: true);
        (await Stores.Generations.NextDueAsync(GenerationStatus.Running, "one", Stop)).ShouldBe(Some.Now);
        (await Stores.Generations.ClaimAsync(GenerationStatus.Running, "", new("worker", TimeSpan.FromMinutes(1)), 10, Stop)).ShouldBeEmpty();
        var claimed = await Stores.Generations.ClaimAsync(GenerationStatus.Running, "one", new("worker", TimeSpan.FromMinutes(1)), 10, Stop);
        claimed.Select(g => g.Id).ShouldBe([ids[0]]);
        await Stores.Generations.CommitAsync([claimed[0].Fail(new(FailureCode.ProviderFailed, "no", FailureBy.Provider), Some.Now, "poll")!], Stop);
        (await Stores.Generations.LinesAsync(GenerationStatus.Running, Stop)).ShouldBe(["two"]);
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

    private async Task<string> RunningAsync(string account, DateTimeOffset due)
    {
        var accepted = await AcceptAsync();
        var submitting = accepted.BeginSubmission(Some.Attempt("a") with { Account = account }, Some.Now)!;
        var running = submitting.Generation.Submitted("a", "task of " + accepted.Id, Some.Now, due, "answered")!;
        await Stores.Generations.CommitAsync([submitting, running], Stop);
        return accepted.Id;
    }
}
