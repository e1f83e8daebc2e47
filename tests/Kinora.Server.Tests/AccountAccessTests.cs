using System.Net;
using Kinora.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

public sealed class AccountAccessTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrator_hands_on_a_link_and_deactivating_ends_all_ways_in_but_not_the_work()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var account = (await owner.PostAsync("/api/admin/accounts", """{"name":"Maya","role":"user","credits":1000}""")).Body;
        var path = "/api/admin/accounts/" + account.Text("id");
        var link = await LinkAsync();
        link.AbsolutePath.ShouldBe("/sign-in");
        using var browser = await Browser.WithLinkAsync(server, link);
        (await browser.Http.GetJsonAsync("/api/account")).Text("id").ShouldBe(account.Text("id"));
        (await browser.SignInAsync(new { token = link.Query["?token=".Length..] })).ShouldBe(HttpStatusCode.Unauthorized, "it is used up");
        using var client = server.CreateClient(account.Text("key"));
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        var unused = await LinkAsync();

        var (status, body) = await owner.SendJsonAsync("PATCH", path, """{"active":false}""");
        (status, body["active"]!.GetValue<bool>()).ShouldBe((HttpStatusCode.OK, false), body.ToJsonString());
        (await browser.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);
        using (var refused = await client.GetAsync("/api/account", Stop)) refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(new { token = unused.Query["?token=".Length..] })).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.SignInAsync(new { key = account.Text("key") })).ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.PostAsync(path + "/sign-in-link", "")).Status.ShouldBe(HttpStatusCode.Conflict);

        (await owner.SendJsonAsync("PATCH", path, """{"active":true}""")).Body["active"]!.GetValue<bool>().ShouldBeTrue();
        (await client.GetJsonAsync("/api/generations/" + id)).Text("status").ShouldNotBeOneOf("failed", "canceled");
        (await browser.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized, "sessions do not come back");

        async Task<Uri> LinkAsync() => new((await owner.PostAsync(path + "/sign-in-link", "")).Body.Text("url"));
    }

    [Fact]
    public async Task Owner_and_who_asks_stay_active_and_links_are_for_administrators_with_whole_keys()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var (status, problem) = await owner.SendJsonAsync("PATCH", "/api/admin/accounts/owner", """{"active":false}""");
        (status, problem.Text("code")).ShouldBe((HttpStatusCode.Conflict, "conflict"));
        using var other = await server.CreateOtherClientAsync();
        (await other.PostAsync("/api/admin/accounts/owner/sign-in-link", "")).Body.Text("code").ShouldBe("forbidden");
        var limited = (await owner.PostAsync("/api/account/keys", """{"name":"x","scope":"admin","dailyCredits":1}""")).Body.Text("key");
        using var held = server.CreateClient(limited);
        (await held.PostAsync("/api/admin/accounts/owner/sign-in-link", "")).Body.Text("code").ShouldBe("key_limited");
        (await held.PutAsync("/api/account/password", """{"name":"owner","password":"nine quiet rivers"}""")).Body.Text("code").ShouldBe("key_limited");
        (await held.SendJsonAsync("DELETE", "/api/account/sessions")).Body.Text("code").ShouldBe("key_limited");
        (await owner.PostAsync("/api/admin/accounts/nobody/sign-in-link", "")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_and_everywhere_else()
    {
        await using var server = await TestServer.StartAsync();
        using var one = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        using var two = new Browser(server);
        (await two.SignInAsync(new { key = TestServer.Key })).ShouldBe(HttpStatusCode.NoContent);
        using var three = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        var items = (await three.Http.GetJsonAsync("/api/account/sessions"))["items"]!.AsArray();
        items.Select(item => (item!.Text("method"), item!.Text("agent"), item!["current"]!.GetValue<bool>()))
            .ShouldBe([("link", "Browser/1.0", true), ("key", "Browser/1.0", false), ("link", "Browser/1.0", false)]);

        using var other = await server.CreateOtherClientAsync();
        (await other.SendJsonAsync("DELETE", "/api/account/sessions/" + items[2]!.Text("id"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await three.StatusAsync("DELETE", "/api/account/sessions/" + items[2]!.Text("id"))).ShouldBe(HttpStatusCode.NoContent);
        (await one.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);
        (await two.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.OK);
        (await three.StatusAsync("DELETE", "/api/account/sessions")).ShouldBe(HttpStatusCode.NoContent);
        (await two.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);
        (await three.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_can_write_in_the_data_folder_gets_a_link_once_beside_a_server_that_runs()
    {
        var folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        await using (var server = await TestServer.StartAsync(folder: folder))
        {
            var options = server.Services.GetRequiredService<KinoraOptions>();
            var old = Recovery.NewSignInLink(options, TimeProvider.System);
            var link = Recovery.NewSignInLink(options, TimeProvider.System);
            using var browser = new Browser(server);
            (await browser.SignInAsync(Token(old))).ShouldBe(HttpStatusCode.Unauthorized, "the newer one took its place");
            (await browser.SignInAsync(Token(link))).ShouldBe(HttpStatusCode.NoContent);
            (await browser.Http.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
            (await browser.SignInAsync(Token(link))).ShouldBe(HttpStatusCode.Unauthorized);

            var late = Recovery.NewSignInLink(options, TimeProvider.System);
            File.SetLastWriteTimeUtc(Path.Combine(folder, "sign-in-link.sha256"), DateTime.UnixEpoch);
            (await browser.SignInAsync(Token(late))).ShouldBe(HttpStatusCode.Unauthorized, "it has lapsed");
        }

        Directory.Delete(folder, recursive: true);
        Should.Throw<StartException>(() => Recovery.NewSignInLink(new() { DataFolder = folder }, TimeProvider.System));

        static object Token(Uri link) => new { token = link.Query["?token=".Length..] };
    }
}
