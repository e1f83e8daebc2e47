using Kinora.Core.Accounts;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must hold keys and accounts to.</summary>
public abstract class KeyStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly ApiKey Key = new(new('a', 64), "Laptop", "kin_abcdef", Some.Now);

    [Fact]
    public async Task Of_requests_at_once_for_the_last_credits_of_a_cap_one_wins()
    {
        await FundAsync(10_000);
        await AddAsync(new() { TotalCredits = 250 });
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CommitAsync(ByKey().Accept(null))));
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(2);
        results.Where(result => result.Outcome is not CommitOutcome.Applied).ShouldAllBe(result => result == new CommitResult(CommitOutcome.KeyCapReached, Available: 50, null, false));
        (await CommitAsync(Some.Generation().Accept(null))).Outcome.ShouldBe(CommitOutcome.Applied, "others of the account are not held to it");
        var key = await ListedAsync();
        (key.Spent, key.SpentToday, key.Limits.TotalCredits).ShouldBe((200, 200, 250));
    }

    [Fact]
    public async Task What_is_released_counts_back_and_what_is_captured_does_not()
    {
        await FundAsync(10_000);
        await AddAsync(new() { DailyCredits = 200 });
        var (one, two) = (ByKey().Accept(null), ByKey().Accept(null));
        (await Stores.Generations.CommitWholeAsync([one, two], Stop)).ShouldAllBe(result => result.Outcome == CommitOutcome.Applied);
        (await CommitAsync(ByKey().Accept(null))).Outcome.ShouldBe(CommitOutcome.KeyCapReached);
        await CommitAsync(one.Generation.Cancel(Some.Now.AddSeconds(1))!);
        await CommitAsync(ByKey().Accept(null));
        (await CommitAsync(ByKey().Accept(null))).Outcome.ShouldBe(CommitOutcome.KeyCapReached);
        (await ListedAsync()).SpentToday.ShouldBe(200);

        // The next day is another; what is given back of the day before does not add to it.
        var tomorrow = Some.Now.AddDays(1);
        var third = ByKey(tomorrow, 150).Accept(null);
        (await CommitAsync(third)).Outcome.ShouldBe(CommitOutcome.Applied);
        await CommitAsync(two.Generation.Cancel(tomorrow)!);
        (await CommitAsync(ByKey(tomorrow, 51).Accept(null))).ShouldBe(new CommitResult(CommitOutcome.KeyCapReached, Available: 50));
        var key = await ListedAsync(tomorrow);
        (key.Spent, key.SpentToday).ShouldBe((250, 150));
    }

    [Fact]
    public async Task Cap_that_is_set_later_counts_what_was_spent_before()
    {
        await FundAsync(10_000);
        await AddAsync(KeyLimits.None);
        await CommitAsync(ByKey(Some.Now.AddDays(-1)).Accept(null));
        var open = ByKey().Accept(null);
        await CommitAsync(open);
        (await ListedAsync()).Spent.ShouldBe(200);

        await ChangeAsync(limits => limits with { TotalCredits = 250, DailyCredits = 120 });
        (await CommitAsync(ByKey(credits: 30).Accept(null))).ShouldBe(new CommitResult(CommitOutcome.KeyCapReached, Available: 20));
        await CommitAsync(open.Generation.Cancel(Some.Now)!);
        (await CommitAsync(ByKey().Accept(null))).Outcome.ShouldBe(CommitOutcome.Applied);

        await ChangeAsync(limits => limits with { TotalCredits = null });
        (await ListedAsync()).Limits.ShouldBe(new KeyLimits { DailyCredits = 120 });
        await ChangeAsync(limits => limits with { DailyCredits = null });
        (await CommitAsync(ByKey(credits: 500).Accept(null))).Outcome.ShouldBe(CommitOutcome.Applied);
        (await ListedAsync()).Spent.ShouldBe(700);
    }

    [Fact]
    public async Task Key_keeps_what_it_is_held_to_and_its_sessions_share_it_and_end_with_it()
    {
        await FundAsync(0);
        var limits = new KeyLimits { Scope = KeyScope.Read, ExpiresAt = Some.Now.AddHours(1), AllowedIps = ["10.0.0.0/8", "2001:db8::/32"], DailyCredits = 5 };
        await AddAsync(limits);
        await Stores.Accounts.SaveCredentialAsync(new(CredentialKind.Session, "session", "acc", Some.Now, Some.Now.AddDays(30)) { KeyHash = Key.Hash }, Stop);
        await Stores.Accounts.SaveCredentialAsync(new(CredentialKind.Session, "free", "acc", Some.Now, Some.Now.AddDays(30)), Stop);
        foreach (var found in new[] { await FindAsync(CredentialKind.ApiKey, Key.Hash), await FindAsync(CredentialKind.Session, "session") })
        {
            (found!.KeyId, found.Scope, found.ExpiresAt).ShouldBe((Key.Id, KeyScope.Read, limits.ExpiresAt));
            found.AllowedIps.ShouldBe(limits.AllowedIps);
        }

        (await Stores.Accounts.SeenAsync("acc", "acc", Stop))["acc"].ShouldBe(Some.Now, "somebody signed in");
        await Stores.Accounts.NoteUseAsync(Key.Hash, Some.Now.AddMinutes(9), Stop);
        (await Stores.Accounts.SeenAsync("a", "b", Stop))["acc"].ShouldBe(Some.Now.AddMinutes(9), "its key was used");
        (await Stores.Accounts.SeenAsync("b", "c", Stop)).ShouldBeEmpty();
        var free = (await FindAsync(CredentialKind.Session, "free"))!;
        (free.KeyId, free.Scope, free.ExpiresAt).ShouldBe((null, KeyScope.Admin, Some.Now.AddDays(30)));
        (await FindAsync(CredentialKind.Session, "session", Some.Now.AddHours(1))).ShouldBeNull("the key has lapsed");
        (await Stores.Keys.RemoveAsync("acc", Key.Id, Stop)).ShouldBeTrue();
        (await FindAsync(CredentialKind.Session, "session")).ShouldBeNull();
        (await FindAsync(CredentialKind.Session, "free")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Use_of_a_key_is_written_down_once_a_minute()
    {
        await FundAsync(0);
        await AddAsync(KeyLimits.None);
        foreach (var seconds in new[] { 5, 30, 64 }) await Stores.Accounts.NoteUseAsync(Key.Hash, Some.Now.AddSeconds(seconds), Stop);
        (await ListedAsync()).UsedAt.ShouldBe(Some.Now.AddSeconds(5));
        await Stores.Accounts.NoteUseAsync(Key.Hash, Some.Now.AddSeconds(65), Stop);
        (await FindAsync(CredentialKind.ApiKey, Key.Hash))!.UsedAt.ShouldBe(Some.Now.AddSeconds(65));
    }

    [Fact]
    public async Task No_more_are_accepted_in_a_day_than_the_account_may_make_whatever_became_of_them()
    {
        await FundAsync(10_000);
        (await Stores.Accounts.LimitAsync("acc", _ => new(null, DailyGenerations: 3), Stop))!.Limits.DailyGenerations.ShouldBe(3);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CommitAsync(Some.Generation().Accept(null))));
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(3);
        results.Where(result => result.Outcome is not CommitOutcome.Applied).ShouldAllBe(result => result == new CommitResult(CommitOutcome.DayIsFull, 3, null, false));
        await CommitAsync((await Stores.Generations.ListAsync("acc", null, 1, null, Stop))[0].Cancel(Some.Now)!);
        (await CommitAsync(Some.Generation().Accept(null))).Outcome.ShouldBe(CommitOutcome.DayIsFull);
        (await CommitAsync(Some.Generation(at: Some.Now.AddDays(1)).Accept(null))).Outcome.ShouldBe(CommitOutcome.Applied);
        (await Stores.Accounts.FindAsync("acc", Stop))!.Accepted.ShouldBe((SpendingDay.Of(Some.Now) + 1, 1));
    }

    [Fact]
    public async Task No_more_go_to_providers_at_once_than_the_account_may_have_there()
    {
        await FundAsync(10_000);
        var accepted = new List<Generation>();
        for (var i = 0; i < 6; i++) accepted.Add(await AcceptAsync());
        var results = await Task.WhenAll(accepted.Select(one => CommitAsync(Begin(one) with { LimitsOfUsers = new(2, null) })));
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(2);
        results.Where(result => result.Outcome is not CommitOutcome.Applied).ShouldAllBe(result => result == new CommitResult(CommitOutcome.AccountIsFull, 2, null, false));

        // What is there already is counted all the same; its own limit goes before that of all users.
        await Stores.Accounts.LimitAsync("acc", _ => new(MaxConcurrent: 3, null), Stop);
        var waiting = accepted.Where((_, index) => results[index].Outcome is not CommitOutcome.Applied).ToList();
        (await CommitAsync(Begin(waiting[0]) with { LimitsOfUsers = new(2, null) })).Outcome.ShouldBe(CommitOutcome.Applied);
        (await CommitAsync(Begin(waiting[1]))).Outcome.ShouldBe(CommitOutcome.AccountIsFull);
        await CommitAsync(Begin(waiting[0]).Generation.Fail(new(FailureCode.ProviderFailed, "It broke.", FailureBy.Provider), Some.Now, "poll")!);
        (await CommitAsync(Begin(waiting[1]))).Outcome.ShouldBe(CommitOutcome.Applied);
        (await Stores.Accounts.FindAsync("acc", Stop))!.AtProviders.ShouldBe(3);
    }

    private static Generation ByKey(DateTimeOffset? at = null, long credits = 100) => Some.Generation(credits: credits, at: at) with { KeyId = Key.Id };

    private static GenerationChange Begin(Generation queued) => queued.BeginSubmission(Some.Attempt("a"), Some.Now)!;

    private async Task AddAsync(KeyLimits limits) => (await Stores.Keys.AddAsync("acc", Key with { Limits = limits }, Stop)).ShouldBeTrue();

    private async Task ChangeAsync(Func<KeyLimits, KeyLimits> change) =>
        (await Stores.Keys.ChangeAsync("acc", Key.Id, key => key with { Limits = change(key.Limits) }, Some.Now, Stop)).ShouldNotBeNull();

    private async Task<ApiKey> ListedAsync(DateTimeOffset? now = null) => (await Stores.Keys.ListAsync("acc", now ?? Some.Now, Stop)).ShouldHaveSingleItem();

    private Task<Credential?> FindAsync(CredentialKind kind, string hash, DateTimeOffset? now = null) => Stores.Accounts.FindCredentialAsync(kind, hash, now ?? Some.Now, Stop);
}
