using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Storage;

namespace Kinora.Core.Tests.Storage;

/// <summary>How every engine must keep provider accounts, and how nodes agree on them.</summary>
public abstract class ProviderAccountStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly SecretProtection Secrets = new(text => "sealed:" + text, text => text.StartsWith("sealed:", StringComparison.Ordinal) ? text[7..] : null);

    private static readonly ProviderAccount Second = new()
    {
        Id = "kie-2", Provider = ProviderNames.Kie, BaseUrl = new("http://127.0.0.1:1"), Keys = ["a-secret-key", "another"], Weight = 2, Submissions = new(5, 10), MaxConcurrent = 3,
    };

    [Fact]
    public async Task Account_is_read_as_it_was_saved_and_its_keys_lie_there_protected()
    {
        var store = new ProviderAccountStore(Stores.Database, Secrets);
        await store.SaveAsync(Second, Stop);
        var kept = (await store.ReadAsync(Stop)).ShouldHaveSingleItem();
        kept.Account.Keys.ShouldBe(Second.Keys);
        (kept.Account with { Keys = [] }).ShouldBe(Second with { Keys = [] });
        var document = (string)(await Stores.Database.ReadAsync(session => session.ScalarAsync("SELECT document FROM provider_accounts"), Stop))!;
        document.ShouldNotContain("\"a-secret-key");

        (await store.RemoveAsync("kie-2", Stop)).ShouldBeTrue();
        (await store.RemoveAsync("kie-2", Stop)).ShouldBeFalse();
        (await store.ReadAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_any_more_lock_their_account()
    {
        await new ProviderAccountStore(Stores.Database, Secrets with { Protect = text => text }).SaveAsync(Second, Stop);
        var kept = (await new ProviderAccountStore(Stores.Database, Secrets).ReadAsync(Stop)).ShouldHaveSingleItem();
        (kept.IsLocked, kept.Account.Keys.Count).ShouldBe((true, 0));
        using var node = Node(new(Stores.Database, Secrets));
        await node.ReloadAsync(Stop);
        node.Pool.Find("kie-2").ShouldBeNull();
        (await node.LookAsync(node.Find("kie-2")!, Stop)).Reading.State.ShouldBe(ProviderAccountState.Unauthorized);

        await node.SaveAsync(Second, Stop);
        node.Find("kie-2")!.IsLocked.ShouldBeFalse();
        node.Pool.Find("kie-2").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nodes_take_over_what_one_of_them_enters_and_leave_what_did_not_change_connected()
    {
        var store = new ProviderAccountStore(Stores.Database, Secrets);
        using var one = Node(store);
        using var two = Node(store);
        await one.SaveAsync(Second, Stop);
        await one.SaveAsync(Second with { Id = "kie-3" }, Stop);
        one.Pool.Accounts.Select(account => account.Account).ShouldBe(["kie", "kie-2", "kie-3"]);
        two.Pool.Accounts.Select(account => account.Account).ShouldBe(["kie"]);
        await two.ReloadAsync(Stop);
        two.Pool.Accounts.Select(account => account.Account).ShouldBe(["kie", "kie-2", "kie-3"]);

        var before = two.Pool.Accounts.ToList();
        await one.SaveAsync(Second with { Weight = 9 }, Stop);
        await two.ReloadAsync(Stop);
        two.Pool.Find("kie-2")!.Weight.ShouldBe(9);
        two.Pool.Find("kie-3").ShouldBeSameAs(before[2]);
        two.Pool.Find("kie").ShouldBeSameAs(before[0]);

        await one.RemoveAsync("kie-2", Stop);
        await two.ReloadAsync(Stop);
        two.Pool.Find("kie-2").ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => one.SaveAsync(Second with { Id = "kie" }, Stop));
    }

    private static ProviderAccounts Node(ProviderAccountStore store) => new(
        [new() { Id = "kie", Provider = ProviderNames.Kie, BaseUrl = new("http://127.0.0.1:1"), Keys = ["key"] }], store,
        new(new KieSettings(), new LocalRateBudgets(TimeProvider.System), TimeProvider.System), new(TimeProvider.System));
}
