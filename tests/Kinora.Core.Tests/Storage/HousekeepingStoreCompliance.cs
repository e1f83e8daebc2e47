using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Callbacks;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do with logs, uploads that go unused, and the reads over everything.</summary>
public abstract class HousekeepingStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Callbacks_are_listed_newest_first_by_page_and_by_generation()
    {
        for (var i = 0; i < 5; i++) await Stores.Callbacks.AddAsync(Entry("gen_a", Some.Now.AddSeconds(i)), "digest" + i, Stop);
        await Stores.Callbacks.AddAsync(Entry("gen_b", Some.Now, CallbackOutcome.Forged), "other", Stop);
        var first = await Stores.Callbacks.ListAsync("gen_a", null, 3, Stop);
        first.Select(e => e.Entry.At).ShouldBe([Some.Now.AddSeconds(4), Some.Now.AddSeconds(3), Some.Now.AddSeconds(2)]);
        (await Stores.Callbacks.ListAsync("gen_a", first[^1].Number, 3, Stop)).Count.ShouldBe(2);
        (await Stores.Callbacks.ListAsync(null, null, 10, Stop)).Count.ShouldBe(6);
        (await Stores.Callbacks.KnowsAsync("gen_a", "digest3", Stop)).ShouldBeTrue();
        (await Stores.Callbacks.KnowsAsync("gen_a", "other", Stop)).ShouldBeFalse();
        (await Stores.Callbacks.KnowsAsync("gen_b", "other", Stop)).ShouldBeFalse("a forged one must not shadow the real one");
    }

    [Fact]
    public async Task Old_callbacks_go_and_the_others_stay()
    {
        for (var i = 0; i < 4; i++) await Stores.Callbacks.AddAsync(Entry("gen_a", Some.Now.AddDays(i)), "digest" + i, Stop);
        await Stores.Callbacks.AddAsync(Entry("gen_a", Some.Now, CallbackOutcome.Unreadable), "digest", Stop);
        await Stores.Purge.CallbacksAsync(proven: true, Some.Now.AddDays(2), Stop);
        (await Stores.Callbacks.ListAsync("gen_a", null, 10, Stop)).Count.ShouldBe(3);
        await Stores.Purge.CallbacksAsync(proven: false, Some.Now.AddDays(2), Stop);
        (await Stores.Callbacks.ListAsync("gen_a", null, 10, Stop)).Select(e => e.Entry.At).ShouldBe([Some.Now.AddDays(3), Some.Now.AddDays(2)]);
    }

    [Fact]
    public async Task Old_events_go_by_the_day_on_which_they_were_the_newest()
    {
        await FundAsync(1000);
        await AcceptAsync();
        await AcceptAsync();
        await Stores.Purge.MarkEventsAsync(Some.Now, Stop);
        await AcceptAsync();
        await Stores.Purge.MarkEventsAsync(Some.Now.AddHours(1), Stop);
        await Stores.Purge.MarkEventsAsync(Some.Now.AddDays(2), Stop);
        await AcceptAsync();
        await Stores.Purge.EventsAsync(Some.Now, Stop);
        (await EventsAsync()).ShouldBe([1, 2, 3, 4]);
        await Stores.Purge.EventsAsync(Some.Now.AddDays(1), Stop);
        (await EventsAsync()).ShouldBe([3, 4]);
        await Stores.Purge.EventsAsync(Some.Now.AddDays(3), Stop);
        (await EventsAsync()).ShouldBe([4]);
        (await Stores.Accounts.LastEventAsync("acc", Stop)).ShouldBe(4);
    }

    [Fact]
    public async Task An_unused_upload_is_let_go_and_one_that_is_used_stays()
    {
        await FundAsync(1000);
        var (old, used, named) = (await UploadAsync("asset_old"), await UploadAsync("asset_used"), await UploadAsync("asset_named"));
        var change = Some.Generation() with { Input = new() { Model = "model", FirstFrame = named.Id } };
        await Stores.Generations.CommitAsync([change.Accept(null)], Stop);
        var month = TimeSpan.FromDays(30);
        (await Stores.Assets.UnusedAsync(month, 10, Stop)).ShouldBeEmpty();
        await SetClockAsync(Some.Now.AddDays(20));
        (await Stores.Assets.UseAsync("acc", used.Id, Stop)).ShouldBe(used with { UsedAt = Some.Now.AddDays(20) });
        (await Stores.Assets.UseAsync("other", used.Id, Stop)).ShouldBeNull();
        await SetClockAsync(Some.Now.AddDays(30));
        var unused = await Stores.Assets.UnusedAsync(month, 10, Stop);
        unused.Select(asset => asset.Id).ShouldBe([old.Id, named.Id], ignoreOrder: true);
        foreach (var asset in unused.Append(used)) await Stores.Assets.DropAsync(asset, month, Stop);
        (await Stores.Assets.FindAsync("acc", old.Id, Stop)).ShouldBeNull();
        (await Stores.Assets.FindAsync("acc", used.Id, Stop)).ShouldNotBeNull();
        (await Stores.Assets.FindAsync("acc", named.Id, Stop)).ShouldNotBeNull();
        (await Stores.Assets.UnusedAsync(month, 10, Stop)).ShouldBeEmpty("what a running generation names counts as used");
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe([old.Key]);
    }

    [Fact]
    public async Task Children_are_listed_with_the_take_that_they_are_made_of()
    {
        await FundAsync(1000);
        var parent = await AcceptAsync();
        var child = Some.Generation(id: "gen_2") with { Input = new() { Model = "model", Source = parent.Id } };
        var other = Some.Generation(id: "gen_1") with { Input = new() { Model = "model", Source = parent.Id } };
        await Stores.Generations.CommitAsync([child.Accept(null), other.Accept(null)], Stop);
        await Stores.Generations.CommitAsync([(await Stores.Generations.FindAsync("gen_2", Stop))!.Cancel(Some.Now)!], Stop);
        var children = await Stores.Generations.ChildrenAsync(parent.Id, 10, Stop);
        children.Select(g => (g.Id, g.Status, g.ParentId)).ShouldBe([("gen_1", GenerationStatus.Queued, parent.Id), ("gen_2", GenerationStatus.Canceled, parent.Id)]);
        (await Stores.Generations.ChildrenAsync("gen_2", 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Books_are_in_order_until_somebody_moves_money_past_them()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await Stores.Generations.CommitAsync([accepted.Cancel(Some.Now)!], Stop);
        await AcceptAsync();
        (await Stores.Books.AccountFaultsAsync(10, Stop)).ShouldBeEmpty();
        (await Stores.Books.GenerationFaultsAsync("", "gen_z", 10, Stop)).ShouldBeEmpty();

        var entry = LedgerEntry.Capture("acc", accepted.Id, 0, 7, Some.Now);
        await Stores.Generations.CommitAsync([new() { Generation = accepted with { Version = 3, Status = GenerationStatus.Canceled }, Ledger = [entry] }], Stop);
        (await Stores.Books.AccountFaultsAsync(10, Stop)).ShouldBeEmpty();
        (await Stores.Books.GenerationFaultsAsync("", "gen_z", 10, Stop)).ShouldBe([new(accepted.Id, GenerationStatus.Canceled, 1, 1, 1, 0)]);
        (await Stores.Books.GenerationFaultsAsync(accepted.Id, "gen_z", 10, Stop)).ShouldBeEmpty();
        await Stores.Database.WriteAsync(t => t.ExecuteAsync("UPDATE accounts SET balance = balance + 1 WHERE id = $1", "acc"), Stop);
        (await Stores.Books.AccountFaultsAsync(10, Stop)).ShouldBe([new("acc", 994, 100, 993, 100)]);
    }

    [Fact]
    public async Task Generations_are_read_over_all_accounts_in_the_order_of_their_acceptance()
    {
        await FundAsync(1000);
        await FundAsync(1000, "other");
        var ids = new[] { ("acc", 0), ("other", 1), ("acc", 2) }.Select(pair => (pair.Item1, "gen_" + Guid.CreateVersion7(Some.Now.AddSeconds(pair.Item2)).ToString("N"))).ToList();
        foreach (var (account, id) in ids) await Stores.Generations.CommitAsync([Some.Generation(account, id: id).Accept(null)], Stop);
        (await Stores.Books.PageAsync("", Books.IdAt(Some.Now.AddSeconds(2)), null, 10, Stop)).Select(g => g.Id).ShouldBe(ids[..2].Select(pair => pair.Item2));
        (await Stores.Books.PageAsync(Books.IdAt(Some.Now.AddSeconds(1)), "gen_z", GenerationStatus.Queued, 1, Stop)).Select(g => g.Id).ShouldBe([ids[1].Item2]);
        (await Stores.Books.PageAsync("", "gen_z", GenerationStatus.Succeeded, 10, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_one_generation_moved_is_told_in_its_order()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await AcceptAsync();
        await Stores.Generations.CommitAsync([accepted.Cancel(Some.Now)!], Stop);
        await Stores.Accounts.PostAsync(LedgerEntry.Adjustment("acc", -2000, Some.Now, "a mistake"), Stop);
        (await Stores.Accounts.LedgerOfAsync(accepted.Id, Stop)).Select(entry => (entry.Kind, entry.HeldChange))
            .ShouldBe([(LedgerKind.Hold, 100), (LedgerKind.Release, -100)]);
        (await Stores.Accounts.FindAsync("acc", Stop))!.Available.ShouldBe(-1100);
        (await Stores.Accounts.LedgerAsync("acc", null, 1, Stop)).Single().Entry.ShouldBe(LedgerEntry.Adjustment("acc", -2000, Some.Now, "a mistake"));
    }

    private static CallbackEntry Entry(string generation, DateTimeOffset at, CallbackOutcome outcome = CallbackOutcome.Applied) => new()
    {
        At = at, Outcome = outcome, Path = "/callback", From = "203.0.113.7", GenerationId = generation, Headers = new Dictionary<string, string>(), Body = "{}", BodyBytes = 2,
    };

    private async Task<Asset> UploadAsync(string id)
    {
        var asset = new Asset(id, "acc", $"uploads/{id}", new("video/mp4", 1280, 720, 5, 25, "h264", null), 5, id, Some.Now);
        await Stores.Loose.ExpectAsync([asset.Key], TimeSpan.FromHours(1), Stop);
        return await Stores.Assets.AddAsync(asset, Stop);
    }

    private async Task<IEnumerable<long>> EventsAsync() => (await Stores.Generations.EventsAfterAsync("acc", 0, 100, Stop)).Select(e => e.Number);
}
