using System.Net;

namespace Kinora.Server.Tests;

public sealed class ModelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Models_come_with_all_that_a_form_needs()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var models = (await client.GetJsonAsync("/api/models"))["items"]!.AsArray();
        models.Select(m => m!.Text("family")).Distinct().ShouldBe(["veo", "kling", "sora", "wan", "grok"], ignoreOrder: true);
        foreach (var model in models)
        {
            model!["gradient"]!.AsArray().Count.ShouldBe(3);
            model["modes"]!.AsArray().ShouldNotBeEmpty();
            model.Number("fromCredits").ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task Models_that_did_not_change_are_not_sent_again()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var first = await client.GetAsync("/api/models", Stop);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.GetAsync("/api/models", Stop);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
