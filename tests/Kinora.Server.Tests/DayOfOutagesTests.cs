using System.Net;
using System.Text.Json.Nodes;
using Kinora.Server.Tests.Models;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>The day on which only Veo and Runway worked: it is known, gone round, and over by itself.</summary>
public sealed class DayOfOutagesTests : IAsyncLifetime
{
    private const string Rerouted = "hailuo-02", Variant = "hailuo/02-text-to-video-pro";
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private readonly JumpingClock _clock = new();
    private TestServer? _server;
    private HttpClient? _client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        // One that is down may be made by Veo as well.
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "catalog.override.json"),
            $$"""
            {
              "models": {
                "{{Rerouted}}": { "routes": { "{{Variant}}": [
                  { "provider": "kie", "endpoint": "jobs", "wireId": "{{Variant}}" },
                  { "provider": "kie", "endpoint": "veo", "wireId": "veo3_fast", "as": "veo3_fast" }] } }
              }
            }
            """,
            Stop);
        _server = await TestServer.WithSandboxAsync(options => options with { SandboxRender = Sandbox.SandboxRender.None }, _clock, _folder);
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Only_Veo_and_Runway_work_and_the_rest_is_told_gone_round_and_back_by_itself()
    {
        using var sandbox = new SandboxControl(_folder);
        await sandbox.SetModelAsync("*", "unpublished");
        var well = (await ModelsAsync()).Where(IsWell).ToArray();
        foreach (var variant in well.SelectMany(model => model.List("modes")).Select(mode => mode.Text("variant"))) await sandbox.SetModelAsync(variant, "ok");

        var verdicts = (await Client.PostAsync("/api/admin/probes", "{}")).Body.List("items").ToArray();
        verdicts.Length.ShouldBeGreaterThan(100);
        verdicts.Select(verdict => verdict.Text("reading")).Distinct().ShouldBe(["works", "not_published"], ignoreOrder: true);

        await MarkedAsync(well.Select(model => model.Text("id")));
        await RefusedAsync();
        await RefusedWhatIsMarkedAsync();
        await MadeByVeoAsync();

        await sandbox.SetModelAsync("*", "ok");
        _clock.Jump(TimeSpan.FromMinutes(1));
        await UntilAllWorkAsync();
        (await Client.PostAsync("/api/generate/video", Form("kling-2.6"))).Status.ShouldBe(HttpStatusCode.Accepted);
        var kept = (await Client.GetJsonAsync("/api/admin/probes?model=kling-2.6")).List("items").ToArray();
        kept.Select(verdict => verdict.Text("reading")).Distinct().ShouldBe(["works", "not_published"]);
        kept.Last().Text("answer").ShouldContain("not published");
    }

    // Those that the file gives a second route, by which it can be had, are neither.
    private async Task MarkedAsync(IEnumerable<string> well)
    {
        var models = await ModelsAsync();
        models.Where(model => model["health"]!.Text("status") == "works").Select(model => model.Text("id")).ShouldBe(well);
        var rerouted = models.Single(model => model.Text("id") == Rerouted)["health"]!;
        (rerouted.Text("status"), rerouted.Text("reason")).ShouldBe(("degraded", "The page does not exist or is not published"));
        var down = models.Where(model => model["health"]!.Text("status") == "down").ToArray();
        down.Length.ShouldBe(models.Length - well.Count() - 1);
        foreach (var model in down.Where(model => model.Text("id") != "kling-1.6"))
        {
            model["available"]!.GetValue<bool>().ShouldBeFalse();
            model.Text("unavailableReason").ShouldBeOneOf("The page does not exist or is not published", "Model not found");
            model["health"]!["lastProbe"]!.Text("reading").ShouldBe("not_published");
            model["health"]!["since"].ShouldNotBeNull();
        }
    }

    private async Task RefusedAsync()
    {
        var (status, problem) = await Client.PostAsync("/api/generate/video", Form("kling-2.6"));
        (status, problem.Text("code")).ShouldBe((HttpStatusCode.ServiceUnavailable, "model_down"));
        problem.Text("detail").ShouldBe("Kling 2.6 cannot be used now. The page does not exist or is not published");
        problem["since"].ShouldNotBeNull();
    }

    private async Task RefusedWhatIsMarkedAsync()
    {
        var works = (await Client.GetJsonAsync("/api/models?works=true")).List("items").Select(model => model.Text("id")).ToArray();
        works.ShouldContain(Rerouted);
        works.ShouldNotContain("kling-2.6");
    }

    private async Task MadeByVeoAsync()
    {
        using var listener = await EventListener.StartAsync(Client);
        var id = (await Client.PostAsync("/api/generate/video", Form(Rerouted))).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
        var history = (await Client.GetJsonAsync("/api/generations/" + id)).List("history").ToArray();
        history.Take(3).Select(line => line.Text("cause")).ShouldBe(["accepted", "rerouted", "dispatched"]);
        history[1].Text("detail").ShouldContain("not published");
    }

    private async Task UntilAllWorkAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var tries = 0; tries < 300; tries++)
        {
            if ((await ModelsAsync()).All(model => model["health"]!.Text("status") == "works" || model.Text("id") == "kling-1.6")) return;
            await timer.WaitForNextTickAsync(Stop);
        }

        throw new TimeoutException("Some model is still not used.");
    }

    private async Task<JsonNode[]> ModelsAsync() => [.. (await Client.GetJsonAsync("/api/models")).List("items")];

    private static bool IsWell(JsonNode model) => model.Text("family") is "veo" || model.Text("id") is "runway" or "runway-dedicated";

    private static string Form(string model) =>
        new JsonObject { ["model"] = model, ["prompt"] = "A lighthouse in a storm", ["duration"] = model == Rerouted ? null : 5, ["tier"] = model == Rerouted ? "pro" : null }.ToJsonString();
}
