using System.Net;
using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

/// <summary>What administrators can look at and do; nobody else can.</summary>
public sealed class AdminTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/admin/accounts")]
    [InlineData("POST", "/api/admin/accounts")]
    [InlineData("GET", "/api/admin/accounts/owner")]
    [InlineData("GET", "/api/admin/accounts/owner/grants")]
    [InlineData("GET", "/api/admin/deliveries")]
    [InlineData("POST", "/api/admin/deliveries/gen_1/2/retry")]
    [InlineData("GET", "/api/admin/response-times")]
    [InlineData("GET", "/api/admin/stuck")]
    [InlineData("GET", "/api/admin/prices")]
    public async Task Others_are_forbidden(string method, string path)
    {
        await using var server = await TestServer.StartAsync();
        using var other = await server.CreateOtherClientAsync();
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await other.SendAsync(request, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Account_is_made_with_credits_and_a_key_that_works()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var (status, made) = await owner.PostAsync("/api/admin/accounts", """{"name":" Maya ","credits":250}""");
        status.ShouldBe(HttpStatusCode.Created, made.ToJsonString());
        (made.Text("name"), made.Text("role"), made.Number("balance"), made.Number("available")).ShouldBe(("Maya", "user", 250, 250));

        using var maya = server.CreateClient(made.Text("key"));
        (await maya.GetJsonAsync("/api/account")).Number("available").ShouldBe(250);
        (await maya.GetJsonAsync("/api/account/ledger"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("kind").ShouldBe("grant");
        var again = await owner.GetJsonAsync("/api/admin/accounts/" + made.Text("id"));
        again["key"].ShouldBeNull("a key is told once");

        // The use of a key is written down beside the requests.
        for (var tries = 0; again["seenAt"] is null && tries < 1000; tries++) again = await owner.GetJsonAsync("/api/admin/accounts/" + made.Text("id"));
        again["seenAt"]!.GetValue<DateTimeOffset>().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        await owner.PostAsync($"/api/admin/accounts/{made.Text("id")}/adjustments", """{"credits":-50,"reason":"Too many"}""");
        await maya.PostAsync("/api/generate/video", Fox);
        var grants = (await owner.GetJsonAsync($"/api/admin/accounts/{made.Text("id")}/grants"))["items"]!.AsArray();
        grants.Select(entry => (entry!.Text("kind"), entry!.Number("balanceChange"), entry!.Text("note"))).ShouldBe([("adjust", -50, "Too many"), ("grant", 250, "First grant")]);
        (await owner.SendJsonAsync("GET", "/api/admin/accounts/acc_0/grants")).Status.ShouldBe(HttpStatusCode.NotFound);
        var first = await owner.GetJsonAsync("/api/admin/accounts?limit=1");
        first["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(made.Text("id"));
        (await owner.GetJsonAsync("/api/admin/accounts?limit=1&cursor=" + first.Text("next")))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe("owner");
        using var missing = await owner.GetAsync("/api/admin/accounts/acc_0", Stop);
        await missing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"a\nb"}""", "name")]
    [InlineData("""{"name":"a","role":"king"}""", "role")]
    [InlineData("""{"name":"a","credits":-1}""", "credits")]
    public async Task Account_that_does_not_fit_is_not_made(string body, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var (status, problem) = await owner.PostAsync("/api/admin/accounts", body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().ShouldHaveSingleItem()!.Text("field").ShouldBe(field);
        (await owner.GetJsonAsync("/api/admin/accounts"))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_has_not_ended_is_listed_oldest_first_once_it_is_old()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var (first, second) = ((await owner.PostAsync("/api/generate/video", Fox)).Body.Text("id"), (await owner.PostAsync("/api/generate/video", Fox)).Body.Text("id"));

        (await owner.GetJsonAsync("/api/admin/stuck"))["items"]!.AsArray().ShouldBeEmpty();
        var page = await owner.GetJsonAsync("/api/admin/stuck?minutes=0&limit=1");
        var oldest = page["items"]!.AsArray().ShouldHaveSingleItem()!;
        (oldest.Text("generationId"), oldest.Text("accountId"), oldest.Text("model")).ShouldBe((first, "owner", "kling-2.6"));
        (await owner.GetJsonAsync("/api/admin/stuck?minutes=0&cursor=" + page.Text("next")))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("generationId").ShouldBe(second);
    }

    [Fact]
    public async Task Prices_are_audited_the_worst_first()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        var audit = await owner.GetJsonAsync("/api/admin/prices");
        var rows = audit["items"]!.AsArray();
        rows.Count.ShouldBeGreaterThan(100);
        rows.Select(row => row!["marginUsd"]!.GetValue<decimal>() / row["usd"]!.GetValue<decimal>()).ShouldBeInOrder();
        rows.Count(row => row!["marginUsd"]!.GetValue<decimal>() < 0).ShouldBe(audit["losses"]!.GetValue<int>());

        // The form that a row names costs what a quote says.
        var row = rows.First(one => one!.Text("variant") == "kling-2.6/text-to-video")!;
        var (duration, sound) = (row["settings"]!.Text("duration"), row["settings"]!.Text("sound"));
        row.Text("when").ShouldBe($"sound {sound}, duration {duration}");
        var (_, quote) = await owner.PostAsync("/api/quotes", $$"""{"model":"kling-2.6","prompt":"x","duration":{{duration}},"sound":{{sound}}}""");
        (quote.Number("credits"), quote["marginUsd"]!.GetValue<decimal>()).ShouldBe((row.Number("credits"), row["marginUsd"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Delivery_that_was_given_up_is_listed_and_can_be_begun_anew()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("422", "It broke.", Retryable: false, ByUser: true);
        using var listener = await EventListener.StartAsync(owner);
        var (_, made) = await owner.PostAsync(
            "/api/v1/jobs/createTask",
            """{"model":"kling-2.6/text-to-video","input":{"prompt":"x","sound":false,"duration":"5","aspect_ratio":"16:9"},"callBackUrl":"https://127.0.0.1/called"}""");
        var id = made["data"]!.Text("taskId");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "failed");

        var delivery = (await owner.GetJsonAsync("/api/admin/deliveries"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (delivery.Text("generationId"), delivery.Text("surface"), delivery.Text("url")).ShouldBe((id, "kie/jobs", "https://127.0.0.1/called"));
        var (retried, _) = await owner.PostAsync($"/api/admin/deliveries/{id}/{delivery.Number("number")}/retry", "");
        retried.ShouldBe(HttpStatusCode.NoContent);
        foreach (var path in new[] { $"{id}/99", "gen_0/1", $"{id}/x" })
        {
            using var missing = await owner.PostAsync($"/api/admin/deliveries/{path}/retry", null, Stop);
            await missing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        foreach (var query in new[] { "cursor=x", "cursor=gen_1.x", "state=lost", "limit=0" })
        {
            using var refused = await owner.GetAsync("/api/admin/deliveries?" + query, Stop);
            await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
        }
    }
}
