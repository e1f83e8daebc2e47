using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Server.Wire;

namespace Kinora.Server.Tests;

/// <summary>An account's webhooks, from the request that names an address to the receiver that verifies.</summary>
public sealed class WebhookTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Endpoints = "/api/webhooks/endpoints", Deliveries = "/api/webhooks/deliveries";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receiver_hears_and_can_verify_what_happens_and_what_it_is_asked_to_hear_again()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var owner = server.CreateClient();
        var (status, endpoint) = await owner.PostAsync(Endpoints, $$"""{"url":"{{receiver.Address}}","events":["generation.failed","generation.queued"],"description":" Farm "}""");
        (status, endpoint.Text("description")).ShouldBe((HttpStatusCode.Created, "Farm"), endpoint.ToJsonString());
        var (id, secret) = (endpoint.Text("id"), endpoint.Text("secret"));
        (await owner.GetJsonAsync(Endpoints)).ToJsonString().ShouldNotContain("whsec_");

        var (tested, test) = await owner.PostAsync($"{Endpoints}/{id}/test", "");
        (tested, test.Text("type"), test.Text("state")).ShouldBe((HttpStatusCode.Accepted, "webhook.test", "waiting"));
        var hook = await receiver.NextAsync();
        (hook.Type, hook.Id, hook.Json["data"]!.Text("endpointId"), hook.IsSignedWith(secret)).ShouldBe(("webhook.test", test.Text("id"), id, true));

        // The scripted provider refuses, so it fails at once. The two come in any order.
        var (_, made) = await owner.PostAsync("/api/generate/video", Form());
        Hook[] both = [await receiver.NextAsync(), await receiver.NextAsync()];
        both.Select(one => one.Type).ShouldBe(["generation.queued", "generation.failed"], ignoreOrder: true);
        foreach (var one in both)
        {
            one.IsSignedWith(secret).ShouldBeTrue();
            one.Json["data"]!.Text("id").ShouldBe(made.Text("id"));
            one.Type.ShouldBe("generation." + one.Json["data"]!.Text("status"), "type and state agree, however late");
        }

        var (rotated, next) = await owner.PostAsync($"{Endpoints}/{id}/rotate", "");
        (rotated, next["previousUntil"] is null).ShouldBe((HttpStatusCode.OK, false));
        var failed = both.Single(one => one.Type == "generation.failed");
        (await owner.PostAsync($"{Deliveries}/{failed.Id}/replay", "")).Status.ShouldBe(HttpStatusCode.NoContent);
        var again = await receiver.NextAsync();
        (again.Id, again.Body, again.IsSignedWith(secret), again.IsSignedWith(next.Text("secret"))).ShouldBe((failed.Id, failed.Body, true, true));

        foreach (var sent in new[] { test.Text("id"), both[0].Id, both[1].Id }) await UntilAsync(owner, sent, "taken");
        (await owner.GetJsonAsync(Endpoints))["items"]![0]!["week"]!.ToJsonString().ShouldBe("""{"ended":3,"taken":3,"atOnce":3}""");
        var told = await owner.GetJsonAsync($"{Deliveries}/{failed.Id}");
        JsonNode.DeepEquals(told["payload"], failed.Json).ShouldBeTrue("it is shown as it was sent");
        told["log"]!.AsArray().OfType<JsonNode>().Select(one => (one.Number("status"), one.Text("body"))).ShouldBe([(200, "heard"), (200, "heard")]);
        (await owner.GetJsonAsync($"{Deliveries}?endpoint={id}&event=generation.failed"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(failed.Id);
        var page = await owner.GetJsonAsync(Deliveries + "?limit=2");
        (await owner.GetJsonAsync($"{Deliveries}?cursor={page.Text("next")}"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("type").ShouldBe("webhook.test");

        var (replayed, span) = await owner.PostAsync($"{Endpoints}/{id}/replay", """{"from":"2020-01-01T00:00:00Z","until":"2120-01-01T00:00:00Z"}""");
        (replayed, span.Number("count"), span["next"]).ShouldBe((HttpStatusCode.OK, 3, null));
        for (var i = 0; i < 3; i++) await receiver.NextAsync();
    }

    [Fact]
    public async Task Requests_own_address_hears_of_its_generation_with_the_accounts_secret()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var owner = server.CreateClient();
        var secret = (await owner.GetJsonAsync("/api/webhooks/secret")).Text("secret");
        using var first = Keyed(Form(receiver.Address + "/one"));
        using var accepted = await owner.SendAsync(first, Stop);
        var made = await accepted.JsonAsync();
        (accepted.StatusCode, made["input"]!.Text("webhookUrl")).ShouldBe((HttpStatusCode.Accepted, receiver.Address + "/one"));
        for (var i = 0; i < 2; i++)
        {
            var hook = await receiver.NextAsync();
            (hook.Path, hook.Json["data"]!.Text("id"), hook.IsSignedWith(secret)).ShouldBe(("/hooks/one", made.Text("id"), true));
        }

        // The address belongs to the request: with another one it is another.
        using var other = Keyed(Form(receiver.Address + "/two"));
        using var refused = await owner.SendAsync(other, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        // A long request is told in part.
        await owner.PostAsync("/api/generate/batch", $$"""{"items":[{{Form(receiver.Address + "/batch", new('\u0001', 5000), "sora-2-text-to-video")}}]}""");
        var cut = await receiver.NextAsync();
        (cut.Path, cut.Json["truncated"]!.GetValue<bool>(), cut.Json["data"]!["input"]!.Text("prompt").Length).ShouldBe(("/hooks/batch", true, 1000));
        Encoding.UTF8.GetByteCount(cut.Body).ShouldBeLessThanOrEqualTo(WebhookBody.MostBytes);
    }

    [Fact]
    public async Task Endpoint_that_is_gone_is_disabled_and_can_be_enabled_again()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var server = await StartAsync();
        using var owner = server.CreateClient();
        var id = (await owner.PostAsync(Endpoints, $$"""{"url":"{{receiver.Address}}"}""")).Body.Text("id");
        receiver.Status = 410;
        var test = (await owner.PostAsync($"{Endpoints}/{id}/test", "")).Body.Text("id");
        await receiver.NextAsync();
        await UntilAsync(owner, test, "failed");
        var endpoint = await owner.GetJsonAsync($"{Endpoints}/{id}");
        (endpoint["enabled"]!.GetValue<bool>(), endpoint.Text("disabledReason")).ShouldBe((false, "It answered with status 410: it is gone."));
        foreach (var path in new[] { $"{Endpoints}/{id}/test", $"{Deliveries}/{test}/replay" })
            (await owner.PostAsync(path, "")).Status.ShouldBe(HttpStatusCode.Conflict);

        receiver.Status = 201;
        var (_, enabled) = await owner.SendJsonAsync("PATCH", $"{Endpoints}/{id}", """{"enabled":true,"events":["generation.failed"]}""");
        (enabled["enabled"]!.GetValue<bool>(), enabled["disabledReason"], enabled["events"]!.AsArray().Count).ShouldBe((true, null, 1));
        (await owner.PostAsync($"{Deliveries}/{test}/replay", "")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await receiver.NextAsync()).Id.ShouldBe(test);
        (await owner.SendJsonAsync("DELETE", $"{Endpoints}/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetJsonAsync($"{Deliveries}/{test}")).Text("url").ShouldBe(receiver.Address, "the log stays");
    }

    [Fact]
    public async Task Those_of_another_account_are_as_unknown_as_made_up_ones_and_there_are_twenty_at_most()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var id = (await owner.PostAsync(Endpoints, """{"url":"https://example.com/hooks"}""")).Body.Text("id");
        var delivery = (await owner.PostAsync($"{Endpoints}/{id}/test", "")).Body.Text("id");
        (string Method, string Path, string? Body)[] calls =
        [
            ("GET", $"{Endpoints}/{id}", null), ("PATCH", $"{Endpoints}/{id}", "{}"), ("DELETE", $"{Endpoints}/{id}", null), ("POST", $"{Endpoints}/{id}/rotate", null),
            ("POST", $"{Endpoints}/{id}/test", null), ("POST", $"{Endpoints}/{id}/replay", """{"from":"2020-01-01T00:00:00Z","until":"2020-01-02T00:00:00Z"}"""),
            ("GET", $"{Deliveries}/{delivery}", null), ("POST", $"{Deliveries}/{delivery}/replay", null),
        ];
        foreach (var (method, path, body) in calls) (await other.SendJsonAsync(method, path, body)).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
        foreach (var path in new[] { Endpoints, Deliveries }) (await other.GetJsonAsync(path))["items"]!.AsArray().ShouldBeEmpty();
        (await other.GetJsonAsync("/api/webhooks/secret")).Text("secret").ShouldNotBe((await owner.GetJsonAsync("/api/webhooks/secret")).Text("secret"));

        for (var i = 0; i < 19; i++) (await owner.PostAsync(Endpoints, """{"url":"https://example.com/hooks"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await owner.PostAsync(Endpoints, """{"url":"https://example.com/hooks"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("POST", Endpoints, """{"url":"http://example.com/"}""", "url")]
    [InlineData("POST", Endpoints, """{"url":"https://127.0.0.1/"}""", "url")]
    [InlineData("POST", Endpoints, """{"url":"https://user:word@example.com/"}""", "url")]
    [InlineData("POST", Endpoints, """{"url":"hooks"}""", "url")]
    [InlineData("POST", Endpoints, """{"url":"https://example.com/","events":[]}""", "events")]
    [InlineData("POST", Endpoints, """{"url":"https://example.com/","events":["generation.lost"]}""", "events")]
    [InlineData("POST", Endpoints, """{"url":"https://example.com/","description":"a\nb"}""", "description")]
    [InlineData("PATCH", Endpoints + "/we_1", """{"url":"https://10.0.0.1/"}""", "url")]
    [InlineData("POST", Endpoints + "/we_1/replay", """{"from":"2020-01-02T00:00:00Z","until":"2020-01-02T00:00:00Z"}""", "until")]
    [InlineData("GET", Deliveries + "?state=lost", null, "state")]
    [InlineData("GET", Deliveries + "?event=lost", null, "event")]
    [InlineData("GET", Deliveries + "?cursor=lost", null, "cursor")]
    [InlineData("POST", "/api/generate/video", """{"model":"kling-2.6","prompt":"A red fox","webhookUrl":"http://10.0.0.1/"}""", "webhookUrl")]
    [InlineData("POST", "/api/generate/batch", """{"items":[{"model":"kling-2.6","prompt":"A red fox","webhookUrl":"hooks"}]}""", "items[0].webhookUrl")]
    public async Task What_does_not_fit_is_refused_by_its_field(string method, string path, string? body, string field)
    {
        using var client = shared.CreateClient();
        var (status, problem) = await client.SendJsonAsync(method, path, body);
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
        problem["errors"]!.AsArray().ShouldHaveSingleItem()!.Text("field").ShouldBe(field);
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync(options => options with { FetchAllow = ["127.0.0.1"] });
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("422", "It broke.", Retryable: false, ByUser: true);
        return server;
    }

    private static string Form(string? webhook = null, string prompt = "A red fox", string model = "kling-2.6")
    {
        var form = new JsonObject { ["model"] = model, ["prompt"] = prompt, ["duration"] = model == "kling-2.6" ? 5 : 10 };
        if (webhook is not null) form["webhookUrl"] = webhook;
        return form.ToJsonString();
    }

    private static HttpRequestMessage Keyed(string form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/generate/video") { Content = new StringContent(form, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "one");
        return request;
    }

    // The receiver has it a moment before the log says so.
    private static async Task UntilAsync(HttpClient client, string delivery, string state)
    {
        for (var look = 0; look < 5000; look++)
        {
            if ((await client.GetJsonAsync($"{Deliveries}/{delivery}")).Text("state") == state) return;
        }

        Assert.Fail($"{delivery} is never {state}.");
    }
}
