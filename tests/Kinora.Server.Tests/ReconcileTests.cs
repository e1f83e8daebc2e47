using System.Net;
using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

public sealed class ReconcileTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrator_sees_what_the_provider_charged_for_nothing()
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke.", UpstreamCredits = 55 };
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{id}/sync", "");

        var report = await client.GetJsonAsync("/api/admin/reconcile");
        report["totals"]!.Number("generations").ShouldBe(1);
        report["totals"]!["marginUsd"]!.GetValue<decimal>().ShouldBe(-0.275m);
        var row = report["items"]!.AsArray().Single()!;
        (row.Text("generationId"), row.Text("mismatch"), row.Number("captured")).ShouldBe((id, "charged_but_failed", 0));
        report["accountFaults"]!.AsArray().ShouldBeEmpty();
        report["generationFaults"]!.AsArray().ShouldBeEmpty();
        (await client.GetJsonAsync("/api/admin/reconcile?to=2020-01-01"))["items"]!.AsArray().ShouldBeEmpty();

        using var csv = await client.GetAsync("/api/admin/reconcile?format=csv", Stop);
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await csv.Content.ReadAsStringAsync(Stop)).Split("\r\n");
        lines[0].ShouldStartWith("generation,account,model,");
        lines[1].ShouldBe($"{id},owner,kling-2.6,kling-2.6/text-to-video,failed,{lines[1].Split(',')[5]},55,{lines[1].Split(',')[7]},0,-0.275,charged_but_failed");

        using var other = await server.CreateOtherClientAsync();
        using var refused = await other.GetAsync("/api/admin/reconcile", Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("format=xml", "format")]
    [InlineData("limit=0", "limit")]
    public async Task What_cannot_be_read_is_told_by_its_name(string query, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var answer = await client.GetAsync("/api/admin/reconcile?" + query, Stop);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
        problem["errors"]!.AsArray().Single()!.Text("field").ShouldBe(field);
    }
}
