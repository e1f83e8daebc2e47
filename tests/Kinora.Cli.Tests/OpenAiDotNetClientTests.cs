using System.ClientModel;
using System.Text.Json.Nodes;
using Kinora.Testing.Processes;
using OpenAI.Videos;

namespace Kinora.Cli.Tests;

/// <summary>OpenAI's own client (NuGet) against the real server process. For videos it has methods, but leaves bodies to its callers.</summary>
public sealed class OpenAiDotNetClientTests
{
    private const string Key = "a-key-of-the-owner";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_for_dotnet_makes_downloads_lists_and_deletes_a_video_and_knows_the_errors()
    {
        await using var server = await KinoraProcess.StartAsync(new KinoraLaunch(new Dictionary<string, string?> { ["KINORA_ADMIN_KEY"] = Key }), Stop);
        var client = new VideoClient(new ApiKeyCredential(Key), new VideoClientOptions { Endpoint = new Uri(server.Url, "v1") });

        var made = Json(await client.CreateVideoAsync(BinaryContent.Create(BinaryData.FromString("""{"model":"sora-2","prompt":"A kite"}""")), "application/json"));
        var id = made["id"]!.GetValue<string>();
        using (var api = new Api(server.Url, Key)) await api.UntilStatusAsync(id, "succeeded");
        Json(await client.GetVideoAsync(id))["status"]!.GetValue<string>().ShouldBe("completed");
        (await client.DownloadVideoAsync(id)).GetRawResponse().Content.ToMemory().Length.ShouldBeGreaterThan(1000);
        var pages = new List<string>();
        await foreach (var page in client.GetVideosAsync(10, "desc", null, null).GetRawPagesAsync()) pages.Add(Json(page)["first_id"]!.GetValue<string>());
        pages.ShouldBe([id]);
        Json(await client.DeleteVideoAsync(id))["deleted"]!.GetValue<bool>().ShouldBeTrue();

        (await Should.ThrowAsync<ClientResultException>(() => client.GetVideoAsync(id))).Status.ShouldBe(404);
        var refused = await Should.ThrowAsync<ClientResultException>(
            () => client.CreateVideoAsync(BinaryContent.Create(BinaryData.FromString("""{"model":"sora-2","prompt":"x","seconds":"4"}""")), "application/json"));
        refused.Status.ShouldBe(400);
        refused.Message.ShouldContain("seconds");
    }

    private static JsonNode Json(ClientResult result) => JsonNode.Parse(result.GetRawResponse().Content)!;
}
