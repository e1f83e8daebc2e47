namespace KieAi.AspNetCore.Tests;

/// <summary>The catalogue, whose paths hold ids that contain slashes.</summary>
public sealed class KieModelApiTests
{
    private const string NotFound = """{"code":404,"msg":"The page does not exist or is not published","data":null}""";

    [Theory]
    [InlineData("kling-2.6/text-to-video/schema", "FindModelSchemaAsync", "kling-2.6/text-to-video")]
    [InlineData("kling-2.6%2Ftext-to-video/schema", "FindModelSchemaAsync", "kling-2.6/text-to-video")]
    [InlineData("kling-2.6%2ftext-to-video/price", "FindModelPriceAsync", "kling-2.6/text-to-video")]
    [InlineData("veo-3-1/success-rate", "FindModelSuccessRateAsync", "veo-3-1")]
    [InlineData("a/schema/price", "FindModelPriceAsync", "a/schema")]
    [InlineData("a%20b/price", "FindModelPriceAsync", "a b")]
    public async Task Model_is_what_stands_before_the_last_slash(string path, string call, string model)
    {
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync("/api/v1/models/" + path)).ShouldContain("Task not found");
        (host.Backend.Call, host.Backend.Asked).ShouldBe((call, model));
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("kling-2.6/text-to-video")]
    [InlineData("kling-2.6/text-to-video/Schema")]
    [InlineData("kling-2.6/text-to-video/schema/")]
    [InlineData("/schema")]
    public async Task Path_that_asks_for_nothing_known_is_not_found(string path)
    {
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync("/api/v1/models/" + path)).ShouldBe(NotFound);
        host.Backend.Call.ShouldBeNull();
    }

    [Fact]
    public async Task Filter_that_is_empty_filters_nothing()
    {
        await using var host = await KieHost.StartAsync();
        await host.GetAsync("/api/v1/models?taskType=&q=veo");
        host.Backend.Asked.ShouldBe(new KieModelQuery(Text: "veo"));
        await host.GetAsync("/api/v1/models/");
        host.Backend.Asked.ShouldBe(new KieModelQuery());
    }

    [Theory]
    [InlineData("""{"pageNum":0}""", "pageNum")]
    [InlineData("""{"pageSize":0}""", "pageSize")]
    [InlineData("""{"pageNum":1,"pageSize":101}""", "pageSize")]
    [InlineData("""{"pageNum":[1]}""", "pageNum")]
    public async Task Page_of_prices_outside_of_its_range_is_refused(string body, string field)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync("/client/v1/model-pricing/page", body)).ShouldBe($$"""{"code":422,"msg":"{{field}} is not within the range of allowed options","data":null}""");
        host.Backend.Call.ShouldBeNull();
    }

    [Fact]
    public async Task Page_of_prices_needs_neither_number_nor_size()
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync("/client/v1/model-pricing/page", "{}");
        host.Backend.Asked.ShouldBe(new KiePriceQuery());
    }
}
