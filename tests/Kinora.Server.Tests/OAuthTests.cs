using System.Net;
using System.Text.Json.Nodes;
using Kinora.Server.Auth.OAuth;
using Kinora.Testing;
using Kinora.Testing.Providers;

namespace Kinora.Server.Tests;

public sealed class OAuthTests
{
    private static readonly Uri Begin = new("/api/sign-in/oauth", UriKind.Relative);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_without_an_account_gets_one_where_sign_up_is_on_and_the_same_one_the_next_time()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider, options => options with { SignUp = true });
        using var browser = new Browser(server);
        (await browser.Http.GetJsonAsync("/api/sign-in")).ToJsonString().ShouldBe("""{"ways":["password","key","link","oauth"],"provider":"Example"}""");
        (await SignInAsync(browser, provider)).ShouldBe("/");
        var account = await browser.Http.GetJsonAsync("/api/account");
        (account.Text("name"), account.Text("role"), account.Number("balance")).ShouldBe(("Maya", "user", 0));
        (await browser.Http.GetJsonAsync("/api/account/sessions"))["items"]![0]!.Text("method").ShouldBe("oauth");

        using var again = new Browser(server);
        (await SignInAsync(again, provider)).ShouldBe("/");
        (await again.Http.GetJsonAsync("/api/account")).Text("id").ShouldBe(account.Text("id"));
        using var owner = server.CreateClient();
        await owner.SendJsonAsync("PATCH", "/api/admin/accounts/" + account.Text("id"), """{"active":false}""");
        (await SignInAsync(again, provider)).ShouldBe("/sign-in?fault=unknown", "the account is deactivated");
    }

    [Fact]
    public async Task E_mail_address_takes_no_account_over_whatever_the_provider_says_of_it()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider, options => options with { SignUp = true });
        using var owner = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        (await owner.Http.PutAsync("/api/account/password", """{"name":"owner@example.com","password":"nine quiet rivers"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        foreach (var verified in new[] { false, true })
        {
            provider.Person = new() { ["sub"] = "thief " + verified, ["email"] = "owner@example.com", ["email_verified"] = verified, ["preferred_username"] = "owner" };
            using var thief = new Browser(server);
            (await SignInAsync(thief, provider)).ShouldBe("/");
            (await thief.Http.GetJsonAsync("/api/account")).Text("id").ShouldNotBe("owner");
        }
    }

    [Fact]
    public async Task Who_has_no_account_is_told_so_where_sign_up_is_off_and_gets_in_once_the_identity_is_linked()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider);
        using var browser = new Browser(server);
        (await SignInAsync(browser, provider)).ShouldBe("/sign-in?fault=unknown");
        (await browser.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);

        using var owner = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        (await LinkAsync(owner, provider)).ShouldBe("/");
        var identity = (await owner.Http.GetJsonAsync("/api/account/sign-in"))["identities"]!.AsArray().ShouldHaveSingleItem()!;
        (identity.Text("issuer"), identity.Text("name")).ShouldBe(("https://login.example.com", "Maya"));
        (await SignInAsync(browser, provider)).ShouldBe("/");
        (await browser.Http.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");

        var key = (await owner.Http.PostAsync("/api/admin/accounts", """{"name":"Other"}""")).Body;
        using var other = await Browser.WithLinkAsync(server, new((await owner.Http.PostAsync($"/api/admin/accounts/{key.Text("id")}/sign-in-link", "")).Body.Text("url")));
        (await LinkAsync(other, provider)).ShouldBe("/sign-in?fault=taken");
        (await owner.StatusAsync("DELETE", "/api/account/identities/" + identity.Text("id"))).ShouldBe(HttpStatusCode.Conflict, "nothing else would be left");
        (await other.StatusAsync("DELETE", "/api/account/identities/" + identity.Text("id"))).ShouldBe(HttpStatusCode.NotFound);
        (await owner.Http.PutAsync("/api/account/password", """{"name":"owner","password":"nine quiet rivers"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await owner.StatusAsync("DELETE", "/api/account/identities/" + identity.Text("id"))).ShouldBe(HttpStatusCode.NoContent);
        (await SignInAsync(browser, provider)).ShouldBe("/sign-in?fault=unknown");
    }

    [Fact]
    public async Task Identity_at_another_issuer_is_somebody_else()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        var folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        await using (var server = await StartAsync(provider, folder: folder))
        {
            using var owner = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
            (await LinkAsync(owner, provider)).ShouldBe("/");
            using var browser = new Browser(server);
            var back = provider.Agree(await browser.RedirectAsync(Begin));
            (await browser.RedirectAsync(new(back + "&iss=https%3A%2F%2Fother.example.com"))).OriginalString.ShouldBe("/sign-in?fault=failed");
            back = provider.Agree(await browser.RedirectAsync(Begin));
            (await browser.RedirectAsync(new(back + "&iss=https%3A%2F%2Flogin.example.com"))).OriginalString.ShouldBe("/");
        }

        await using (var server = await StartAsync(provider, options => options with { Issuer = "https://other.example.com" }, folder: folder))
        {
            using var browser = new Browser(server);
            (await SignInAsync(browser, provider)).ShouldBe("/sign-in?fault=unknown");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task State_is_good_once_for_the_browser_that_began_and_for_ten_minutes()
    {
        var clock = new ShiftedClock();
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider, options => options with { SignUp = true }, clock);
        using var browser = new Browser(server);
        using var victim = new Browser(server);

        // Somebody lures another browser to the end of a visit that they began.
        var lure = provider.Agree(await browser.RedirectAsync(Begin));
        await victim.RedirectAsync(Begin);
        (await victim.RedirectAsync(lure)).OriginalString.ShouldBe("/sign-in?fault=lapsed");
        (await browser.RedirectAsync(lure)).OriginalString.ShouldBe("/sign-in?fault=lapsed", "it was used up by that");

        var back = provider.Agree(await browser.RedirectAsync(Begin));
        (await browser.RedirectAsync(new(back.AbsoluteUri.Replace("state=", "state=x", StringComparison.Ordinal)))).OriginalString.ShouldBe("/sign-in?fault=lapsed");
        back = provider.Agree(await browser.RedirectAsync(Begin));
        (await browser.RedirectAsync(back)).OriginalString.ShouldBe("/");
        (await browser.RedirectAsync(back)).OriginalString.ShouldBe("/sign-in?fault=lapsed");

        back = provider.Agree(await browser.RedirectAsync(Begin));
        clock.Ahead = OAuthSignIns.VisitLife;
        (await browser.RedirectAsync(back)).OriginalString.ShouldBe("/sign-in?fault=lapsed");
    }

    [Fact]
    public async Task Link_that_comes_back_to_another_account_links_nothing()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider);
        using var owner = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        var back = provider.Agree(new((await owner.Http.PostAsync("/api/account/identities/link", "")).Body.Text("url")));
        (await owner.StatusAsync("DELETE", "/api/sessions")).ShouldBe(HttpStatusCode.NoContent);
        (await owner.RedirectAsync(back)).OriginalString.ShouldBe("/sign-in?fault=lapsed");
        using var client = server.CreateClient();
        (await client.PostAsync("/api/account/identities/link", "")).Status.ShouldBe(HttpStatusCode.Conflict, "a key has no browser");
        (await client.GetJsonAsync("/api/account/sign-in"))["identities"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_provider_refuses_or_spoils_ends_on_the_sign_in_page()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using var server = await StartAsync(provider, options => options with { SignUp = true });
        using var browser = new Browser(server);
        (await EndAsync(back => back.Replace("code=", "error=access_denied&x=", StringComparison.Ordinal))).ShouldBe("/sign-in?fault=denied");
        (await EndAsync(back => back.Replace("code=", "error=server_error&x=", StringComparison.Ordinal))).ShouldBe("/sign-in?fault=failed");
        (await EndAsync(back => back.Replace("code=", "code=wrong", StringComparison.Ordinal))).ShouldBe("/sign-in?fault=failed");
        foreach (var person in new[] { """{"name":"Nobody"}""", """{"sub":""}""", """{"sub":["17"]}""" })
        {
            provider.Person = JsonNode.Parse(person)!.AsObject();
            (await EndAsync(back => back)).ShouldBe("/sign-in?fault=failed", person);
        }

        provider.Person = new() { ["sub"] = "17" };
        foreach (var fault in new[] { WireFault.Html502, WireFault.Truncated, WireFault.Lost })
        {
            provider.Server.Fault = fault;
            (await EndAsync(back => back)).ShouldBe("/sign-in?fault=failed", fault.ToString());
        }

        async Task<string> EndAsync(Func<string, string> spoil) =>
            (await browser.RedirectAsync(new(spoil(provider.Agree(await browser.RedirectAsync(Begin)).AbsoluteUri)))).OriginalString;
    }

    [Fact]
    public async Task Nothing_that_comes_along_leads_out_of_the_site_and_without_a_provider_there_is_no_way()
    {
        await using var provider = await FakeSignInProvider.StartAsync(Stop);
        await using (var server = await StartAsync(provider))
        {
            using var browser = new Browser(server);
            (await browser.RedirectAsync(new("/api/sign-in/oauth/callback?state=x&code=y&returnTo=https://evil.example&redirect_uri=//evil.example", UriKind.Relative)))
                .OriginalString.ShouldBe("/sign-in?fault=lapsed");
            var begun = await browser.RedirectAsync(new("/api/sign-in/oauth?redirect_uri=https://evil.example&returnTo=//evil.example", UriKind.Relative));
            FakeSignInProvider.Query(begun)["redirect_uri"].ShouldBe(new Uri(server.Url, "/api/sign-in/oauth/callback").AbsoluteUri);
        }

        await using var without = await TestServer.StartAsync();
        using var client = without.CreateClient();
        (await client.GetJsonAsync("/api/sign-in")).ToJsonString().ShouldBe("""{"ways":["password","key","link"]}""");
        foreach (var path in new[] { "/api/sign-in/oauth", "/api/sign-in/oauth/callback" })
        {
            using var answer = await client.GetAsync(path, Stop);
            await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        (await client.PostAsync("/api/account/identities/link", "")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<TestServer> StartAsync(
        FakeSignInProvider provider, Func<OAuthOptions, OAuthOptions>? with = null, TimeProvider? time = null, string? folder = null) => TestServer.StartAsync(
            options => options with { OAuth = with?.Invoke(provider.Options) ?? provider.Options, FetchAllow = ["127.0.0.1"] }, time, folder);

    /// <summary>By the provider; answers where the browser is in the end.</summary>
    private static async Task<string> SignInAsync(Browser browser, FakeSignInProvider provider) =>
        (await browser.RedirectAsync(provider.Agree(await browser.RedirectAsync(Begin)))).OriginalString;

    private static async Task<string> LinkAsync(Browser browser, FakeSignInProvider provider) =>
        (await browser.RedirectAsync(provider.Agree(new((await browser.Http.PostAsync("/api/account/identities/link", "")).Body.Text("url"))))).OriginalString;
}
