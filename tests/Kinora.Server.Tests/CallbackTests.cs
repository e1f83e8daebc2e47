using System.Net;
using KieAi;
using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

public sealed class CallbackTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private const string Body = """{"code":200,"msg":"ok","data":{"taskId":"task_1","state":"success"}}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callback_makes_the_providers_record_be_read_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var query = await SubmittedAsync(server, client, listener);
        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };

        var (status, receipt) = await client.PostAsync("/api/webhooks/kie" + query, Body);
        status.ShouldBe(HttpStatusCode.OK);
        receipt.ToJsonString().ShouldBe("""{"code":200,"msg":"received"}""");
        var failed = await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "failed");
        failed.Data["failure"]!.Text("message").ShouldBe("It broke.");
    }

    [Fact]
    public async Task Forged_callback_is_401_and_changes_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var query = await SubmittedAsync(server, client, listener);
        var observed = server.Provider.Observations.Count;
        string[] forged = ["", "?generation=gen_1&attempt=1&token=1", query[..^1] + (query[^1] == '0' ? '1' : '0'), query.Replace("generation=gen_", "generation=gen_f", StringComparison.Ordinal)];
        foreach (var wrong in forged)
        {
            using var content = new StringContent(Body);
            using var answer = await client.PostAsync("/api/webhooks/veo" + wrong, content, Stop);
            await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        }

        server.Provider.Observations.Count.ShouldBe(observed);
    }

    [Fact]
    public async Task Administrator_sees_what_was_called_back_and_what_came_of_it()
    {
        await using var server = await TestServer.StartAsync(o => o with { Kie = o.Kie with { CallbackSecret = "market" } });
        using var owner = server.CreateClient();
        using var listener = await EventListener.StartAsync(owner);
        var query = await SubmittedAsync(server, owner, listener);
        var token = query[(query.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        await owner.PostAsync($"/api/webhooks/kie{query}&secret=market", Body.Replace("ok", token + " market", StringComparison.Ordinal));
        await owner.PostAsync($"/api/webhooks/kie{query}&secret=market", Body.Replace("task_1", "task_2", StringComparison.Ordinal));
        await owner.PostAsync($"/api/webhooks/kie{query}&secret=wrong", Body);
        await owner.PostAsync("/api/webhooks/kie", "not json");

        var first = await owner.GetJsonAsync("/api/admin/callbacks?limit=3");
        first["items"]!.AsArray().Select(e => e!.Text("outcome")).ShouldBe(["unreadable", "forged", "foreign"]);
        var last = (await owner.GetJsonAsync("/api/admin/callbacks?limit=3&cursor=" + first.Text("next")))["items"]!.AsArray().Single()!;
        (last.Text("outcome"), last.Text("taskId"), last.Text("path"), last.Text("from")).ShouldBe(("applied", "task_1", "/api/webhooks/kie", "127.0.0.1"));
        last["headers"]!["Content-Type"]!.GetValue<string>().ShouldStartWith("application/json");
        var whole = (await owner.GetJsonAsync("/api/admin/callbacks")).ToJsonString();
        whole.ShouldNotContain(token);
        whole.ShouldNotContain("market\"");
        (await owner.GetJsonAsync("/api/admin/callbacks?generation=gen_other"))["items"]!.AsArray().ShouldBeEmpty();
        (await owner.GetJsonAsync("/api/admin/callbacks?generation=" + last.Text("generationId")))["items"]!.AsArray().Count.ShouldBe(3);
        using var other = await server.CreateOtherClientAsync();
        using var refused = await other.GetAsync("/api/admin/callbacks", Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("kie", "&secret=market", null, HttpStatusCode.OK)]
    [InlineData("kie", "", "market", HttpStatusCode.OK)]
    [InlineData("kie", "&secret=wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("kie", "", null, HttpStatusCode.Unauthorized)]
    [InlineData("kie", "&secret=veo", null, HttpStatusCode.Unauthorized)]
    [InlineData("veo", "&secret=veo", null, HttpStatusCode.OK)]
    public async Task Secret_that_is_configured_must_be_carried(string endpoint, string secret, string? bearer, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync(o => o with { Kie = o.Kie with { CallbackSecret = "market", VeoSecret = "veo" } });
        using var owner = server.CreateClient();
        using var listener = await EventListener.StartAsync(owner);
        var query = await SubmittedAsync(server, owner, listener);
        using var kie = server.CreateClient(key: bearer);
        (await kie.PostAsync($"/api/webhooks/{endpoint}{query}{secret}", Body)).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Signature_is_checked_where_its_key_is_configured()
    {
        await using var server = await TestServer.StartAsync(o => o with { Kie = o.Kie with { HmacKey = "hmac-key" } });
        using var owner = server.CreateClient();
        using var listener = await EventListener.StartAsync(owner);
        var query = await SubmittedAsync(server, owner, listener);
        (await owner.PostAsync("/api/webhooks/kie" + query, Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        owner.DefaultRequestHeaders.Add(KieSignature.TimestampHeader, now.ToString());
        owner.DefaultRequestHeaders.Add(KieSignature.SignatureHeader, KieSignature.Sign("hmac-key", "task_1", now));
        (await owner.PostAsync("/api/webhooks/kie" + query, Body)).Status.ShouldBe(HttpStatusCode.OK);
        (await owner.PostAsync("/api/webhooks/kie" + query, Body.Replace("task_1", "task_2", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"code":200,"data":{"state":"success"}}""")]
    public async Task Body_that_names_no_task_is_400(string body)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient(key: null);
        (await client.PostAsync("/api/webhooks/kie", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>The query of the callback address that the provider was given.</summary>
    private static async Task<string> SubmittedAsync(TestServer server, HttpClient client, EventListener listener)
    {
        await client.PostAsync("/api/generate/video", Fox);
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        return server.Provider.Submissions.Single().Callback!.Query;
    }
}
