using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class BatchTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_batch_is_accepted_in_its_order_and_replayed_as_a_whole()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "night");
        var batch = $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 5).Select(i => Fox.Replace("fox", "fox " + i, StringComparison.Ordinal)))}}]}""";
        var (status, accepted) = await client.PostAsync("/api/generate/batch", batch);
        status.ShouldBe(HttpStatusCode.Accepted, accepted.ToJsonString());
        var ids = Ids(accepted);
        accepted["items"]!.AsArray().Select(item => item!["input"]!.Text("prompt")).ShouldBe(Enumerable.Range(0, 5).Select(i => "A red fox " + i));
        accepted.Number("credits").ShouldBe(accepted["items"]!.AsArray().Sum(item => item!["charge"]!.Number("held")));
        Ids(await client.GetJsonAsync("/api/generations")).ShouldBe(ids.Reverse());

        using var content = new StringContent(batch, System.Text.Encoding.UTF8, "application/json");
        using var again = await client.PostAsync("/api/generate/batch", content, Stop);
        again.Headers.GetValues("Idempotent-Replayed").Single().ShouldBe("true");
        Ids(await again.JsonAsync()).ShouldBe(ids);
        (await client.PostAsync("/api/generate/batch", batch.Replace("fox 4", "cat", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await client.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Conflict);
        Ids(await client.GetJsonAsync("/api/generations")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Faults_of_all_items_are_told_at_once_and_nothing_is_created()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var batch = $$"""{"items":[{{Fox}},{"model":"kling-2.6","duration":5,"sound":false},{{Fox}},{"model":"kling-2.6","prompt":"A cat","duration":7}]}""";
        var (status, problem) = await client.PostAsync("/api/generate/batch", batch);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldBe(["items[1].prompt", "items[3].duration"], ignoreOrder: true);
        Ids(await client.GetJsonAsync("/api/generations")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"items":[]}""", "items")]
    [InlineData("""{"items":[null]}""", "items[0]")]
    [InlineData("""{"items":[5]}""", "items[0]")]
    [InlineData("""{"items":5}""", "items")]
    [InlineData("""{}""", "items")]
    [InlineData("""{"items":[{"model":"kling-2.6","prompt":"A cat"},{"model":"kling-2.6","prompt":5}]}""", "items[1].prompt")]
    [InlineData("""{"items":[{"model":"kling-2.6","references":[5]}]}""", "items[0].references")]
    [InlineData("""{"items":[{"model":"kling-2.6","promt":"A cat"}]}""", "items[0].promt")]
    [InlineData("""{"items":[{"prompt":"A cat"}],"maxCredits":"many"}""", "items[0].model")]
    [InlineData("""{"items":[{"model":"kling-2.6","prompt":"A cat"}],"maxCredits":-1}""", "maxCredits")]
    public async Task Body_of_another_form_is_told_by_its_field(string body, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var (status, problem) = await client.PostAsync("/api/generate/batch", body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldContain(field, problem.ToJsonString());
    }

    [Fact]
    public async Task Batch_that_costs_more_than_there_is_or_than_was_allowed_creates_nothing()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 250 });
        using var client = server.CreateClient();
        var three = $"[{Fox},{Fox},{Fox}]";
        var (status, problem) = await client.PostAsync("/api/generate/batch", $$"""{"items":{{three}}}""");
        status.ShouldBe(HttpStatusCode.PaymentRequired);
        (problem.Text("code"), problem.Number("available")).ShouldBe(("insufficient_credits", 250));
        problem.Number("needed").ShouldBeGreaterThan(250);

        (status, problem) = await client.PostAsync("/api/generate/batch", $$"""{"items":[{{Fox}},{{Fox}}],"maxCredits":150}""");
        status.ShouldBe(HttpStatusCode.PaymentRequired);
        (problem.Text("code"), problem.Number("needed")).ShouldBe(("above_max_credits", 210));
        (await client.GetJsonAsync("/api/account")).Number("held").ShouldBe(0);
        (await client.PostAsync("/api/generate/batch", $$"""{"items":[{{Fox}},{{Fox}}],"maxCredits":210}""")).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    private static IReadOnlyList<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!.Text("id"))];
}
