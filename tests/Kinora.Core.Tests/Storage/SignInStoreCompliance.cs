using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must keep of passwords, wrong tries, sessions and identities.</summary>
public abstract class SignInStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly SignInIdentity Maya = new("https://login.example.com", "17", "Maya");

    [Fact]
    public async Task Fifth_wrong_password_in_a_row_pauses_the_name_and_each_further_one_twice_as_long()
    {
        var now = Some.Now;
        for (var i = 0; i < 4; i++) (await TryAsync("10.0.0." + i)).ShouldBeNull();
        (await TryAsync("10.0.0.4")).ShouldBeNull("the fifth is looked at itself");
        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            (await TryAsync("10.0.1." + minutes)).ShouldBe(now.AddMinutes(minutes), $"{minutes} minutes");
            now = now.AddMinutes(minutes);
            (await TryAsync("10.0.2." + minutes + now.Ticks)).ShouldBeNull();
        }

        now = now.AddHours(25);
        for (var i = 0; i < 5; i++) (await TryAsync("10.0.3." + i)).ShouldBeNull("after a day the row begins anew");

        Task<DateTimeOffset?> TryAsync(string address) => Stores.Tries.BeginAsync(address, "maya", now, Stop);
    }

    [Fact]
    public async Task Address_is_paused_whatever_names_it_tries_and_one_right_password_does_not_free_it_for_others()
    {
        for (var i = 0; i < 4; i++) (await Stores.Tries.BeginAsync("10.0.0.1", "name " + i, Some.Now, Stop)).ShouldBeNull();
        (await Stores.Tries.BeginAsync("10.0.0.1", "own", Some.Now, Stop)).ShouldBeNull();
        await Stores.Tries.RightAsync("10.0.0.1", "own", Some.Now, Stop);
        (await Stores.Tries.BeginAsync("10.0.0.1", "name 4", Some.Now, Stop)).ShouldBeNull();
        (await Stores.Tries.BeginAsync("10.0.0.1", "name 5", Some.Now, Stop)).ShouldBe(Some.Now.AddMinutes(1));
        (await Stores.Tries.BeginAsync("10.0.0.2", "name 5", Some.Now, Stop)).ShouldBeNull("a refused try counts for nobody");
    }

    [Fact]
    public async Task Right_password_forgives_its_name_and_the_address_as_many()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) (await Stores.Tries.BeginAsync("10.0.0.1", "maya", Some.Now, Stop)).ShouldBeNull();
            await Stores.Tries.RightAsync("10.0.0.1", "maya", Some.Now, Stop);
        }
    }

    [Fact]
    public async Task Tries_at_once_are_no_more_than_one_after_the_other()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Stores.Tries.BeginAsync("10.0.0." + i, "maya", Some.Now, Stop)));
        answers.Count(until => until is null).ShouldBe(SignInPause.Free);
    }

    [Fact]
    public async Task Name_belongs_to_one_account_in_any_case_and_a_new_password_ends_other_sessions_and_links()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        foreach (var (kind, hash) in new[] { (CredentialKind.Session, "mine"), (CredentialKind.Session, "another"), (CredentialKind.SignInLink, "link"), (CredentialKind.ApiKey, "key") })
            await Stores.Accounts.SaveCredentialAsync(new(kind, hash.PadRight(64, '0'), "acc", Some.Now, Some.Now.AddHours(1)), Stop);
        (await Stores.Passwords.SetAsync(new("acc", "Maya@Example.com", "h1"), "mine".PadRight(64, '0'), Some.Now, Stop)).ShouldBeTrue();
        (await Stores.Passwords.FindAsync("mAYA@example.COM", Stop)).ShouldBe(new SignInPassword("acc", "Maya@Example.com", "h1"));
        (await Stores.Passwords.SetAsync(new("other", "maya@example.com", "h2"), null, Some.Now, Stop)).ShouldBeFalse();
        (await Stores.Passwords.OfAsync("other", Stop)).ShouldBeNull();
        (await Stores.Passwords.SetAsync(new("acc", "maya", "h3"), "mine".PadRight(64, '0'), Some.Now, Stop)).ShouldBeTrue();
        (await Stores.Passwords.SetAsync(new("other", "maya@example.com", "h2"), null, Some.Now, Stop)).ShouldBeTrue();
        await Stores.Passwords.RehashAsync(new("acc", "maya", "old"), "h4", Stop);
        (await Stores.Passwords.OfAsync("acc", Stop))!.Hash.ShouldBe("h3", "it was changed meanwhile");

        (await Stores.Sessions.ListAsync("acc", Some.Now, Stop)).ShouldHaveSingleItem().Hash.ShouldStartWith("mine");
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.SignInLink, "link".PadRight(64, '0'), Some.Now, Stop)).ShouldBeNull();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, "key".PadRight(64, '0'), Some.Now, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Deactivated_account_has_no_sessions_and_no_password_and_its_keys_rest()
    {
        await FundAsync(0);
        await Stores.Passwords.SetAsync(new("acc", "maya", "h1"), null, Some.Now, Stop);
        await Stores.Accounts.SaveCredentialAsync(new(CredentialKind.Session, "session", "acc", Some.Now, Some.Now.AddHours(1)), Stop);
        await Stores.Accounts.SaveCredentialAsync(new(CredentialKind.ApiKey, "key", "acc", Some.Now, null), Stop);
        (await Stores.Accounts.ActivateAsync("acc", false, Some.Now, Stop))!.DeactivatedAt.ShouldBe(Some.Now);
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, "key", Some.Now, Stop)).ShouldBeNull();
        (await Stores.Passwords.FindAsync("maya", Stop)).ShouldBeNull();

        (await Stores.Accounts.ActivateAsync("acc", true, Some.Now, Stop))!.DeactivatedAt.ShouldBeNull();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.ApiKey, "key", Some.Now, Stop)).ShouldNotBeNull();
        (await Stores.Accounts.FindCredentialAsync(CredentialKind.Session, "session", Some.Now, Stop)).ShouldBeNull();
        (await Stores.Passwords.FindAsync("maya", Stop)).ShouldNotBeNull();
        (await Stores.Accounts.ActivateAsync("nobody", true, Some.Now, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Identity_has_one_account_however_many_come_at_once()
    {
        var holders = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Stores.Identities.SignUpAsync(new("acc" + i, "Maya", AccountRole.User, 0, 0), Maya, Some.Now, Stop)));
        var holder = holders.Distinct().ShouldHaveSingleItem();
        (await Stores.Accounts.ListAsync(null, 100, Stop)).ShouldHaveSingleItem().Id.ShouldBe(holder);
        await FundAsync(0, "other");
        (await Stores.Identities.LinkAsync("other", Maya, Some.Now, Stop)).ShouldBe(holder);
        (await Stores.Identities.LinkAsync("other", Maya with { Issuer = "https://else.example.com" }, Some.Now, Stop)).ShouldBe("other");
        (await Stores.Identities.FindAsync(Maya, Stop)).ShouldBe(holder);
    }

    [Fact]
    public async Task Last_identity_stays_where_there_is_no_password()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        var second = Maya with { Subject = "18" };
        await Stores.Identities.LinkAsync("acc", Maya, Some.Now, Stop);
        await Stores.Identities.LinkAsync("acc", second, Some.Now, Stop);
        (await Stores.Identities.UnlinkAsync("other", Maya.Id, Stop)).ShouldBeFalse();
        var unlinked = await Task.WhenAll(Stores.Identities.UnlinkAsync("acc", Maya.Id, Stop), Stores.Identities.UnlinkAsync("acc", second.Id, Stop));
        unlinked.Count(one => one).ShouldBe(1);
        await Stores.Passwords.SetAsync(new("acc", "maya", "h1"), null, Some.Now, Stop);
        (await Stores.Identities.UnlinkAsync("acc", (await Stores.Identities.ListAsync("acc", Stop)).ShouldHaveSingleItem().Identity.Id, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Visit_comes_back_once_and_not_after_its_time()
    {
        await Stores.Identities.BeginAsync(new("one", "b", "v", null, Some.Now.AddMinutes(10)), Stop);
        await Stores.Identities.BeginAsync(new("two", "b", "v", "acc", Some.Now.AddMinutes(10)), Stop);
        var ended = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stores.Identities.EndAsync("one", Some.Now, Stop)));
        ended.Count(visit => visit is not null).ShouldBe(1);
        (await Stores.Identities.EndAsync("two", Some.Now.AddMinutes(10), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_has_lapsed_is_swept_and_keys_stay()
    {
        await FundAsync(0);
        foreach (var kind in Enum.GetValues<CredentialKind>()) await Stores.Accounts.SaveCredentialAsync(new(kind, "hash", "acc", Some.Now, Some.Now.AddHours(1)), Stop);
        await Stores.Identities.BeginAsync(new("state", "b", "v", null, Some.Now.AddMinutes(10)), Stop);
        await Stores.Tries.BeginAsync("10.0.0.1", "maya", Some.Now, Stop);
        await Stores.Purge.SignInsAsync(Some.Now.AddDays(2), Stop);
        (await CountAsync("credentials")).ShouldBe(1);
        (await CountAsync("sign_in_visits")).ShouldBe(0);
        (await CountAsync("sign_in_tries")).ShouldBe(0);

        Task<long> CountAsync(string table) => Stores.Database.ReadAsync(async session => (long)(await session.ScalarAsync($"SELECT count(*) FROM {table}"))!, Stop);
    }
}
