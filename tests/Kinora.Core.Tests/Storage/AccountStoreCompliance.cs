using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must keep of an account: its credentials, its events and its list.</summary>
public abstract class AccountStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Credentials_are_found_until_they_lapse_and_removed_once()
    {
        await FundAsync(0);
        await Stores.Accounts.SaveCredentialAsync(new(CredentialKind.SignInLink, "hash", "acc", Some.Now, Some.Now.AddHours(1)), Stop);
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.SignInLink, "hash", Some.Now, Stop))!.AccountId.ShouldBe("acc");
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, "hash", Some.Now, Stop)).ShouldBeNull();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.SignInLink, "hash", Some.Now.AddHours(1), Stop)).ShouldBeNull();
        var removed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Stores.Accounts.RemoveCredentialAsync(CredentialKind.SignInLink, "hash", Stop)));
        removed.Count(once => once).ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_listed_found_and_removed_by_their_account_alone()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        var (one, two) = (new ApiKey(new('a', 64), "Laptop", "kin_abcdef", Some.Now), new ApiKey(new('b', 64), "Server", "kin_ghijkl", Some.Now.AddSeconds(1)));
        (await Stores.Keys.AddAsync("acc", two, Stop)).ShouldBeTrue();
        (await Stores.Keys.AddAsync("acc", one, Stop)).ShouldBeTrue();
        (await Stores.Keys.ListAsync("acc", Some.Now, Stop)).ShouldBe([one, two]);
        (await Stores.Keys.ListAsync("other", Some.Now, Stop)).ShouldBeEmpty();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, one.Hash, Some.Now, Stop))!.AccountId.ShouldBe("acc");
        (await Stores.Keys.RemoveAsync("other", one.Id, Stop)).ShouldBeFalse();
        (await Stores.Keys.RemoveAsync("acc", "key_%", Stop)).ShouldBeFalse();
        (await Stores.Keys.RemoveAsync("acc", one.Id, Stop)).ShouldBeTrue();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, one.Hash, Some.Now, Stop)).ShouldBeNull();
        (await Stores.Keys.ListAsync("acc", Some.Now, Stop)).ShouldBe([two]);
    }

    [Fact]
    public async Task A_secret_is_made_once_and_kept()
    {
        var first = await Stores.Accounts.SecretAsync("callback", Stop);
        first.Length.ShouldBe(32);
        (await Stores.Accounts.SecretAsync("callback", Stop)).ShouldBe(first);
        (await Stores.Accounts.SecretAsync("other", Stop)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Events_count_up_by_one_and_a_resumed_reader_misses_nothing()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        var waiting = Stores.Feed.WaitAsync("acc", await Stores.Accounts.LastEventAsync("acc", Stop), Stop);
        waiting.IsCompleted.ShouldBeFalse();
        await CommitAsync(accepted.Cancel(Some.Now)!);
        await waiting.WaitAsync(Stop);
        await Stores.Accounts.PostAsync(LedgerEntry.Grant("acc", 5, Some.Now, "more"), Stop);
        var events = await Stores.Generations.EventsAfterAsync("acc", 0, 10, Stop);
        events.Select(e => e.Number).ShouldBe([1, 2, 3]);
        events[0].Generation!.Status.ShouldBe(GenerationStatus.Canceled);
        events[2].Generation.ShouldBeNull();
        (await Stores.Generations.EventsAfterAsync("acc", 2, 10, Stop)).ShouldHaveSingleItem();
        await Stores.Feed.WaitAsync("acc", 2, Stop);
    }

    [Fact]
    public async Task Reader_that_resumes_after_each_number_misses_nothing_of_commits_that_are_slow()
    {
        await FundAsync(10_000);
        var seen = new List<long>();
        var (numbered, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Stores.Database.WriteAsync(
            async transaction =>
            {
                await SqlEvents.AppendAsync(transaction, "acc", "gen_slow");
                numbered.SetResult();
                await held.Task;
                return true;
            },
            Stop);
        await numbered.Task;
        Task[] quick = [MarkAsync("gen_quick"), AcceptAsync(), MarkAsync("gen_quicker")];

        // By now each of them is durable or waits: a reader comes by, and another one after the end of the slow one.
        await Soon.HoldsAsync(async () => quick.Count(one => one.IsCompleted) + await BlockedAsync(quick.Length + 1) >= quick.Length);
        await ReadAsync();
        held.SetResult();
        await Task.WhenAll([slow, .. quick]);
        await ReadAsync();
        seen.ShouldBe([1, 2, 3, 4]);

        Task MarkAsync(string id) => Stores.Database.WriteAsync(
            async transaction =>
            {
                await SqlEvents.AppendAsync(transaction, "acc", id);
                return true;
            },
            Stop);

        async Task ReadAsync()
        {
            while (await Stores.Generations.EventsAfterAsync("acc", seen.LastOrDefault(), 1, Stop) is [var next]) seen.Add(next.Number);
        }
    }

    [Fact]
    public async Task Events_of_one_commit_can_be_resumed_in_their_middle()
    {
        await FundAsync(10_000);
        await Stores.Accounts.CreateAsync(new("other", "Other", AccountRole.User, 0, 0), LedgerEntry.Grant("other", 1000, Some.Now, "first"), Stop);
        var (first, second, third, other) = (Some.Generation(), Some.Generation(), Some.Generation(), Some.Generation("other"));
        var accepted = new[] { first, other, second, third }.Select(one => one.Accept(null)).ToArray();
        await Stores.Generations.CommitWholeAsync([.. accepted, accepted[0].Generation.Cancel(Some.Now)!], Stop);
        (await CountAsync()).ShouldBe(2);

        (await Stores.Generations.EventsAfterAsync("acc", 0, 10, Stop)).Select(e => (e.Number, e.Generation!.Id))
            .ShouldBe([(1, first.Id), (2, second.Id), (3, third.Id), (4, first.Id)]);
        (await Stores.Generations.EventsAfterAsync("acc", 1, 2, Stop)).Select(e => (e.Number, e.Generation!.Id)).ShouldBe([(2, second.Id), (3, third.Id)]);
        (await Stores.Generations.EventsAfterAsync("acc", 4, 10, Stop)).ShouldBeEmpty();
        (await Stores.Generations.EventsAfterAsync("other", 0, 10, Stop)).Select(e => (e.Number, e.Generation!.Id)).ShouldBe([(1, other.Id)]);

        (await Stores.Generations.LastEventOfAsync("acc", first.Id, 0, 4, Stop)).ShouldBe(4);
        (await Stores.Generations.LastEventOfAsync("acc", second.Id, 1, 4, Stop)).ShouldBe(2);
        (await Stores.Generations.LastEventOfAsync("acc", second.Id, 2, 4, Stop)).ShouldBeNull();
        (await Stores.Generations.LastEventOfAsync("acc", other.Id, 0, 4, Stop)).ShouldBeNull();

        Task<long> CountAsync() => Stores.Database.ReadAsync(async session => (long)(await session.ScalarAsync("SELECT COUNT(*) FROM events"))!, Stop);
    }

    [Fact]
    public async Task Listing_pages_from_either_end_and_stays_in_the_account()
    {
        await FundAsync(10_000);
        await Stores.Accounts.CreateAsync(new("other", "Other", AccountRole.User, 0, 0), LedgerEntry.Grant("other", 1000, Some.Now, "first"), Stop);
        await CommitAsync(Some.Generation("other").Accept(null));
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, (await AcceptAsync()).Id);
        ids = [.. ids.OrderDescending(StringComparer.Ordinal)];
        var first = await Stores.Generations.ListAsync("acc", null, 3, null, Stop);
        first.Select(g => g.Id).ShouldBe(ids[..3]);
        (await Stores.Generations.ListAsync("acc", first[^1].Id, 3, null, Stop)).Select(g => g.Id).ShouldBe(ids[3..]);
        (await Stores.Generations.ListAsync("acc", null, 3, new() { Status = GenerationStatus.Failed }, Stop)).ShouldBeEmpty();

        ids.Reverse();
        (await Stores.Generations.ListAsync("acc", null, 3, new() { Order = GenerationOrder.Oldest }, Stop)).Select(g => g.Id).ShouldBe(ids[..3]);
        (await Stores.Generations.ListAsync("acc", ids[2], 3, new() { Order = GenerationOrder.Oldest }, Stop)).Select(g => g.Id).ShouldBe(ids[3..]);
    }
}
