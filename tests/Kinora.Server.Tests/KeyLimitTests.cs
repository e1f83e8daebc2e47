using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

/// <summary>What keys are held to, in the words of each API.</summary>
public sealed class KeyLimitTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private const string KieFox = """{"model":"kling-2.6/text-to-video","input":{"prompt":"A red fox","sound":false,"duration":"5","aspect_ratio":"16:9"}}""";
    private const string OpenAiFox = """{"model":"kling-2.6","prompt":"A red fox","seconds":"5"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_to_read_reads_and_quotes_and_nothing_else()
    {
        using var reader = await KeyedAsync("""{"name":"x","scope":"read"}""");
        (await reader.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        (await reader.PostAsync("/api/quotes", Fox)).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.GetJsonAsync("/v1/videos"))["data"].ShouldNotBeNull();
        (await reader.GetJsonAsync("/api/v1/chat/credit")).Number("code").ShouldBe(200);

        var (status, refused) = await reader.PostAsync("/api/generate/video", Fox);
        (status, refused.Text("code"), refused.Text("scope")).ShouldBe((HttpStatusCode.Forbidden, "scope_needed", "generate"));
        refused.Text("detail").ShouldContain("generate");
        (await reader.SendJsonAsync("DELETE", "/api/generations/gen_1")).Body.Text("code").ShouldBe("scope_needed");
        (await reader.PutAsync("/api/preferences", "{}")).Body.Text("code").ShouldBe("scope_needed");
        await OpenAiShouldRefuseAsync(reader, HttpStatusCode.Forbidden, "scope_needed");
        await KieShouldRefuseAsync(reader, 403);
        (await reader.GetJsonAsync("/api/v1/veo/get-1080p-video?taskId=gen_1")).Number("code").ShouldBe(403, "that call makes a version of a video");
        (await reader.PostAsync("/api/v1/common/download-url", """{"url":"https://x.example/a.mp4"}""")).Body.Number("code").ShouldBe(422);
        var upload = (await reader.PostAsync("/api/file-url-upload", """{"fileUrl":"https://x.example/a.png"}""")).Body;
        (upload["success"]!.GetValue<bool>(), upload.Number("code")).ShouldBe((false, 403));
    }

    [Fact]
    public async Task Admin_endpoints_want_the_scope_admin_which_is_for_administrators_alone()
    {
        using var usual = await KeyedAsync("""{"name":"x"}""");
        (await usual.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
        var (status, refused) = await usual.SendJsonAsync("GET", "/api/admin/accounts");
        (status, refused.Text("code"), refused.Text("scope")).ShouldBe((HttpStatusCode.Forbidden, "scope_needed", "admin"));
        using var admin = await KeyedAsync("""{"name":"x","scope":"admin"}""");
        (await admin.GetJsonAsync("/api/admin/accounts"))["items"].ShouldNotBeNull();

        using var user = await AccountAsync("""{"name":"Maya"}""");
        var (refusedStatus, problem) = await user.PostAsync("/api/account/keys", """{"name":"x","scope":"admin"}""");
        (refusedStatus, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, "scope"));
        (await user.SendJsonAsync("GET", "/api/admin/accounts")).Body.Text("code").ShouldBe("forbidden");
        (await user.GetJsonAsync("/api/account/keys"))["items"]![0]!.Text("scope").ShouldBe("generate");
    }

    [Theory]
    [InlineData(""" "scope":"generate" """)]
    [InlineData(""" "scope":"admin","expiresAt":"2099-01-01T00:00:00Z" """)]
    [InlineData(""" "scope":"admin","allowedIps":["127.0.0.1"] """)]
    [InlineData(""" "scope":"admin","dailyCredits":1000 """)]
    [InlineData(""" "scope":"admin","totalCredits":1000 """)]
    public async Task Key_with_a_limit_and_its_sessions_make_no_key_and_change_none_themselves_included(string limit)
    {
        var made = await MakeAsync($$"""{"name":"x",{{limit}}}""");
        using var key = shared.CreateClient(made.Text("key"));
        using var session = await SessionAsync(made.Text("key"));
        foreach (var client in new[] { key, session })
        {
            (string Method, string Path, string? Body)[] ways =
            [
                ("POST", "/api/account/keys", """{"name":"stronger"}"""),
                ("PATCH", "/api/account/keys/" + made.Text("id"), """{"scope":"admin","clear":["expiresAt","allowedIps","dailyCredits","totalCredits"]}"""),
                ("DELETE", "/api/account/keys/" + made.Text("id"), null),
                ("POST", "/api/admin/accounts", """{"name":"stronger","role":"admin"}"""),
            ];
            foreach (var (method, path, body) in ways)
            {
                var (status, problem) = await client.SendJsonAsync(method, path, body);
                status.ShouldBe(HttpStatusCode.Forbidden, path);
                problem.Text("code").ShouldBeOneOf("key_limited", "scope_needed");
            }
        }

        (await key.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
    }

    [Fact]
    public async Task Key_works_from_its_addresses_alone_and_a_change_holds_at_once()
    {
        var made = await MakeAsync("""{"name":"x","allowedIps":["203.0.113.7","2001:db8::/32"]}""");
        made["allowedIps"]!.ToJsonString().ShouldBe("""["203.0.113.7/32","2001:db8::/32"]""");
        using var client = shared.CreateClient(made.Text("key"));
        (await client.SendJsonAsync("GET", "/api/account")).Body.Text("code").ShouldBe("address_not_allowed");
        await OpenAiShouldRefuseAsync(client, HttpStatusCode.Forbidden, "address_not_allowed");
        await KieShouldRefuseAsync(client, 403);
        using var owner = shared.CreateClient();
        var (status, refused) = await owner.PostAsync("/api/sessions", $$"""{"key":"{{made.Text("key")}}"}""");
        (status, refused.Text("code")).ShouldBe((HttpStatusCode.Forbidden, "address_not_allowed"));

        await ChangeAsync(made, """{"allowedIps":["127.0.0.0/8","::1"]}""");
        using var session = await SessionAsync(made.Text("key"));
        foreach (var one in new[] { client, session }) (await one.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        await ChangeAsync(made, """{"allowedIps":["203.0.113.7"]}""");
        foreach (var one in new[] { client, session }) (await one.SendJsonAsync("GET", "/api/account")).Body.Text("code").ShouldBe("address_not_allowed");
        (await ChangeAsync(made, """{"clear":["allowedIps"]}"""))["allowedIps"].ShouldBeNull();
        foreach (var one in new[] { client, session }) (await one.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
    }

    [Fact]
    public async Task Key_spends_no_more_than_its_caps_on_any_surface()
    {
        var made = await MakeAsync("""{"name":"x","dailyCredits":150}""");
        using var client = shared.CreateClient(made.Text("key"));
        (await client.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
        var (status, refused) = await client.PostAsync("/api/generate/video", Fox);
        (status, refused.Text("code"), refused.Number("needed"), refused.Number("available")).ShouldBe((HttpStatusCode.PaymentRequired, "key_cap_reached", 105, 45));
        (await client.PostAsync("/api/generate/batch", $$"""{"items":[{{Fox}},{{Fox}}]}""")).Body.Number("available").ShouldBe(45);
        await OpenAiShouldRefuseAsync(client, HttpStatusCode.TooManyRequests, "insufficient_quota");
        await KieShouldRefuseAsync(client, 433);
        using var session = await SessionAsync(made.Text("key"));
        (await session.PostAsync("/api/generate/video", Fox)).Body.Text("code").ShouldBe("key_cap_reached");

        using var owner = shared.CreateClient();
        var listed = (await owner.GetJsonAsync("/api/account/keys"))["items"]!.AsArray().Single(one => one!.Text("id") == made.Text("id"))!;
        (listed.Number("spentToday"), listed.Number("spent"), listed.Number("dailyCredits")).ShouldBe((105, 105, 150));
        listed["usedAt"].ShouldNotBeNull();
        (await ChangeAsync(made, """{"dailyCredits":210,"name":"Farm"}""")).Text("name").ShouldBe("Farm");
        (await session.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Session_may_do_no_more_than_the_key_that_began_it_and_ends_with_it()
    {
        var made = await MakeAsync("""{"name":"x","scope":"read"}""");
        using var session = await SessionAsync(made.Text("key"));
        (await session.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        (await session.PostAsync("/api/generate/video", Fox)).Body.Text("code").ShouldBe("scope_needed");
        using var owner = shared.CreateClient();
        (await owner.SendJsonAsync("DELETE", "/api/account/keys/" + made.Text("id"))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await session.SendJsonAsync("GET", "/api/account")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Account_makes_no_more_in_a_day_than_an_administrator_allows()
    {
        using var maya = await AccountAsync("""{"name":"Maya","credits":5000}""");
        var account = await maya.GetJsonAsync("/api/account");
        account["limits"]!.ToJsonString().ShouldBe("""{"maxConcurrent":10,"atProviders":0,"today":0}""");
        using var owner = shared.CreateClient();
        var path = "/api/admin/accounts/" + account.Text("id");
        (await owner.SendJsonAsync("PATCH", path, """{"dailyGenerations":1,"maxConcurrent":2}""")).Body["limits"]!.Number("dailyGenerations").ShouldBe(1);
        (await maya.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
        using (var answer = await maya.PostAsync("/api/generate/video", new StringContent(Fox, MediaTypeHeaderValue.Parse("application/json")), Stop))
        {
            await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "daily_limit");
            answer.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        }

        await OpenAiShouldRefuseAsync(maya, HttpStatusCode.TooManyRequests, "daily_limit");
        await KieShouldRefuseAsync(maya, 429);
        (await maya.GetJsonAsync("/api/account"))["limits"]!.Number("today").ShouldBe(1);
        var lifted = (await owner.SendJsonAsync("PATCH", path, """{"clear":["dailyGenerations","maxConcurrent"]}""")).Body["limits"]!;
        (lifted["dailyGenerations"], lifted.Number("maxConcurrent")).ShouldBe((null, 10));
        (await maya.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("""{"name":"x","scope":"all"}""", "scope")]
    [InlineData("""{"name":"x","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"x","allowedIps":["10.0.0.1","home"]}""", "allowedIps[1]")]
    [InlineData("""{"name":"x","allowedIps":[null]}""", "allowedIps[0]")]
    [InlineData("""{"name":"x","dailyCredits":-1}""", "dailyCredits")]
    [InlineData("""{"name":"x","totalCredits":1000000001}""", "totalCredits")]
    [InlineData("""{"clear":["scope"]}""", "clear")]
    public async Task Limits_that_do_not_fit_are_400(string body, string field)
    {
        using var owner = shared.CreateClient();
        var (status, problem) = body.Contains("clear", StringComparison.Ordinal)
            ? await owner.SendJsonAsync("PATCH", "/api/account/keys/key_0000000000000000", body)
            : await owner.PostAsync("/api/account/keys", body);
        (status, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, field));
    }

    private static async Task OpenAiShouldRefuseAsync(HttpClient client, HttpStatusCode status, string code)
    {
        var (found, body) = await client.PostAsync("/v1/videos", OpenAiFox);
        (found, body["error"]!.Text("code")).ShouldBe((status, code));
    }

    private static async Task KieShouldRefuseAsync(HttpClient client, int code)
    {
        var (status, body) = await client.PostAsync("/api/v1/jobs/createTask", KieFox);
        (status, body.Number("code"), body.Text("msg").Length > 10).ShouldBe((HttpStatusCode.OK, code, true), body.ToJsonString());
    }

    private async Task<JsonNode> MakeAsync(string body)
    {
        using var owner = shared.CreateClient();
        var (status, made) = await owner.PostAsync("/api/account/keys", body);
        status.ShouldBe(HttpStatusCode.Created, made.ToJsonString());
        return made;
    }

    private async Task<HttpClient> KeyedAsync(string body) => shared.CreateClient((await MakeAsync(body)).Text("key"));

    private async Task<HttpClient> AccountAsync(string body)
    {
        using var owner = shared.CreateClient();
        return shared.CreateClient((await owner.PostAsync("/api/admin/accounts", body)).Body.Text("key"));
    }

    private async Task<JsonNode> ChangeAsync(JsonNode made, string body)
    {
        using var owner = shared.CreateClient();
        var (status, changed) = await owner.SendJsonAsync("PATCH", "/api/account/keys/" + made.Text("id"), body);
        status.ShouldBe(HttpStatusCode.OK, changed.ToJsonString());
        return changed;
    }

    /// <summary>A browser that was signed in with a key.</summary>
    private async Task<HttpClient> SessionAsync(string key)
    {
        var client = shared.CreateClient();
        client.DefaultRequestHeaders.Authorization = null;
        using var answer = await client.PostAsync("/api/sessions", new StringContent($$"""{"key":"{{key}}"}""", MediaTypeHeaderValue.Parse("application/json")), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }
}
