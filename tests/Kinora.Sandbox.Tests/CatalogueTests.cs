using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests;

/// <summary>The calls about models.</summary>
public sealed class CatalogueTests
{
    private const string Model = "kling-2.6/text-to-video";

    [Fact]
    public async Task Models_are_listed_by_what_is_asked_for()
    {
        await using var caller = await StartAsync();

        var all = (await caller.GetAsync("/api/v1/models"))["data"]!;
        var some = (await caller.GetAsync("/api/v1/models?taskType=text-to-video&provider=kuaishou&q=2.6"))["data"]!;

        all["total"]!.GetValue<int>().ShouldBeGreaterThan(80);
        var one = some["models"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(one, "model"), Text(one, "slug"), Text(one, "provider")).ShouldBe((Model, "kling-2-6-text-to-video", "Kuaishou"));
        one["taskType"]!.AsArray().Select(type => type!.GetValue<string>()).ShouldBe(["text-to-video"]);
        Text(one, "pricingDesc").ShouldBe("In credits: without sound, 5 s: 55; without sound, 10 s: 110; with sound, 5 s: 110; with sound, 10 s: 220");
        (await caller.GetAsync("/api/v1/models?q=nonesuch"))["data"]!["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Schema_describes_the_create_call()
    {
        await using var caller = await StartAsync();

        var schema = (await caller.GetAsync($"/api/v1/models/{Model}/schema"))["data"]!;

        schema["model"]!.GetValue<string>().ShouldBe(Model);
        var body = schema["openapi"]!["paths"]!["/api/v1/jobs/createTask"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!;
        var input = body["input"]!;
        input["properties"]!["duration"]!["enum"]!.ToJsonString().ShouldBe("""["5","10"]""");
        input["properties"]!["prompt"]!["type"]!.GetValue<string>().ShouldBe("string");
        input["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldContain("prompt");
    }

    [Fact]
    public async Task Every_listed_model_has_a_schema_a_price_and_rows_in_the_price_table()
    {
        await using var caller = await StartAsync();
        var paths = (await caller.GetAsync("/api/v1/playground/model-paths"))["data"]!.AsArray().Select(path => path!.GetValue<string>()).ToArray();

        foreach (var path in paths)
        {
            (await caller.GetAsync($"/api/v1/models/{path}/schema"))["code"]!.GetValue<int>().ShouldBe(200, path);
            Text((await caller.GetAsync($"/api/v1/models/{path}/price"))["data"]!, "pricingDesc").ShouldNotBeEmpty();
        }

        var first = await caller.PostAsync("/client/v1/model-pricing/page", new { pageNum = 1, pageSize = 100 });
        var second = await caller.PostAsync("/client/v1/model-pricing/page", new { pageNum = 2, pageSize = 100 });
        first["data"]!["records"]!.AsArray().Count.ShouldBe(100);
        first["data"]!["total"]!.GetValue<int>().ShouldBeGreaterThan(100);
        second["data"]!["records"]![0]!.ToJsonString().ShouldNotBe(first["data"]!["records"]![0]!.ToJsonString());
        (await caller.PostAsync("/client/v1/model-pricing/page", new { pageNum = int.MaxValue, pageSize = 100 }))["data"]!["records"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("price")]
    [InlineData("success-rate")]
    public async Task Unknown_model_is_not_found(string what)
    {
        await using var caller = await StartAsync();

        var answer = await caller.GetAsync($"/api/v1/models/kling-9/{what}");

        (answer["code"]!.GetValue<int>(), Text(answer, "msg")).ShouldBe((404, "Model not found"));
    }

    [Fact]
    public async Task Success_rate_counts_the_finished_tasks_of_each_ten_minutes()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        foreach (var prompt in new[] { "good", "[[fail:500]]" })
        {
            await caller.CreateAsync(Model, new { prompt, duration = "5", aspect_ratio = "1:1", sound = false }, inbox.Address);
            await inbox.NextAsync();
        }

        await caller.AdvanceAsync("10m");
        var points = (await caller.GetAsync($"/api/v1/models/{Model}/success-rate"))["data"]!["points"]!.AsArray();
        await caller.AdvanceAsync("1d");
        var later = (await caller.GetAsync($"/api/v1/models/{Model}/success-rate"))["data"]!["points"]!.AsArray();

        points.Count.ShouldBe(144);
        points.Select(Rate).Where(rate => rate < 100).ShouldBe([50]);
        points[142]!["isNormal"]!.GetValue<bool>().ShouldBeFalse();
        later.Select(Rate).ShouldAllBe(rate => rate == 100);

        static decimal Rate(JsonNode? point) => point!["successRate"]!.GetValue<decimal>();
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(options => (options.Render, options.Limits) = (SandboxRender.None, false));

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
