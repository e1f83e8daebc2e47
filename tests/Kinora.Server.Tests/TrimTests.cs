using System.Net;
using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>Parts of the account's videos, cut by FFmpeg.</summary>
public sealed class TrimTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Part_of_a_video_is_an_asset_of_its_own_and_the_same_part_the_same_asset()
    {
        using var client = shared.CreateClient();
        var whole = await UploadAsync(client, await Videos.OfAsync(seconds: 3), "lighthouse.mp4");

        var (status, part) = await TrimAsync(client, whole, """{"start":0.5,"end":1.75}""");
        var (_, same) = await TrimAsync(client, whole, """{"start":0.5,"end":1.75}""");

        status.ShouldBe(HttpStatusCode.Created, part.ToJsonString());
        (part.Text("kind"), part.Text("contentType"), part.Text("name"), part["hasAudio"]!.GetValue<bool>()).ShouldBe(("video", "video/mp4", "lighthouse.mp4", true));
        part["durationSeconds"]!.GetValue<double>().ShouldBe(1.25, 0.11);
        (part["width"]!.GetValue<int>(), part["height"]!.GetValue<int>()).ShouldBe((whole["width"]!.GetValue<int>(), whole["height"]!.GetValue<int>()));
        part.Text("id").ShouldNotBe(whole.Text("id"));
        same.Text("id").ShouldBe(part.Text("id"));
        using var content = await client.GetAsync(part.Text("url"), Stop);
        content.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"start":-1,"end":1}""", "start")]
    [InlineData("""{"start":3,"end":4}""", "start")]
    [InlineData("""{"start":1,"end":1}""", "end")]
    [InlineData("""{"start":1,"end":3.2}""", "end")]
    [InlineData("""{"start":1e300,"end":1e301}""", "start")]
    public async Task Times_outside_the_video_are_refused_with_what_is_allowed(string times, string field)
    {
        using var client = shared.CreateClient();
        var whole = await UploadAsync(client, await Videos.OfAsync(seconds: 3), "lighthouse.mp4");

        var (status, problem) = await TrimAsync(client, whole, times);

        (status, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, field), problem.ToJsonString());
    }

    [Fact]
    public async Task Only_a_video_that_is_there_can_be_trimmed()
    {
        using var client = shared.CreateClient();
        var picture = await UploadAsync(client, PlainPng.Of(64, 64), "a.png");

        (await TrimAsync(client, picture, """{"start":0,"end":1}""")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await client.SendJsonAsync("POST", "/api/assets/asset_none/trim", """{"start":0,"end":1}""")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonNode> UploadAsync(HttpClient client, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        using var answer = await client.PostAsync("/api/assets", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.JsonAsync();
    }

    private static Task<(HttpStatusCode Status, JsonNode Body)> TrimAsync(HttpClient client, JsonNode asset, string times) =>
        client.SendJsonAsync("POST", $"/api/assets/{asset.Text("id")}/trim", times);
}
