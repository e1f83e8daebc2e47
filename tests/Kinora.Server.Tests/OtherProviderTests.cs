using System.Net;
using System.Text.Json.Nodes;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing.Providers;

namespace Kinora.Server.Tests;

/// <summary>Videos that are not made by KIE.ai, from the request to the stored file.</summary>
public sealed class OtherProviderTests : IAsyncLifetime
{
    private const string Key = "r8_key";
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private ClipOrigin? _clip;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _clip = await ClipOrigin.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _clip!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Replicate_makes_a_video_and_its_signed_callback_brings_it_home()
    {
        await using var replicate = await FakeReplicate.StartAsync(Key, TimeProvider.System, Stop);
        replicate.Models.Add("kwaivgi/kling-v1.6-standard");
        replicate.Video = await _clip!.BytesAsync();
        await using var server = await StartAsync(new()
        {
            Id = "replicate", Provider = ProviderNames.Replicate, BaseUrl = replicate.Server.Address, Keys = [Key], WebhookSecret = FakeReplicate.WebhookSecret,
        });
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Form("kling-1.6"))).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "running");
        var asked = replicate.Asked.ShouldHaveSingleItem();
        asked["input"]!.Text("prompt").ShouldBe("A lighthouse");
        replicate.Succeed("rep1");

        // What is not signed proves nothing, though it has the address.
        using var forged = new StringContent("""{"id":"rep1","status":"succeeded"}""");
        using var refused = await client.PostAsync(new Uri(asked.Text("webhook")), forged, Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        using var taken = await replicate.CallBackAsync("rep1", Stop);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
        (await client.GetByteArrayAsync($"/api/generations/{id}/content", Stop)).ShouldBe(replicate.Video);
        (await client.GetJsonAsync("/api/admin/callbacks?generation=" + id))["items"]!.AsArray().Select(entry => entry!.Text("outcome")).ShouldBe(["applied", "forged"]);
    }

    [Fact]
    public async Task Server_of_ones_own_makes_a_video_of_a_model_that_the_operator_declared()
    {
        await using var videos = await FakeVideosServer.StartAsync(null, TimeProvider.System, Stop);
        videos.Video = await _clip!.BytesAsync();
        var guide = await File.ReadAllTextAsync(Repository.Path("docs", "guides", "providers.md"), Stop);
        var start = guide.IndexOf("{\n  \"families\"", StringComparison.Ordinal);
        var family = guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)].Replace("Wan-AI/Wan2.2", FakeVideosServer.Model, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "catalog.override.json"), family, Stop);
        await using var server = await StartAsync(new() { Id = "attic", Provider = ProviderNames.OpenAiVideos, BaseUrl = videos.Server.Address });
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Form("wan-attic"))).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "running");
        videos.Complete(videos.Made.Single());
        await client.PostAsync($"/api/generations/{id}/sync", "");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
        (await client.GetByteArrayAsync($"/api/generations/{id}/content", Stop)).ShouldBe(videos.Video);
    }

    private Task<TestServer> StartAsync(ProviderAccount account) =>
        TestServer.WithSandboxAsync(options => options with { ProviderAccounts = [account], SandboxRender = Sandbox.SandboxRender.None }, folder: _folder);

    private static string Form(string model) => new JsonObject { ["model"] = model, ["prompt"] = "A lighthouse" }.ToJsonString();
}
