using System.Net;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>The account's files: listed, looked at, removed, taken from addresses and from generations.</summary>
public sealed class AssetCatalogueTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asset_is_there_once_is_listed_by_kind_and_gone_when_it_is_removed()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var sound = await UploadAsync(client, Sounds.Wave(seconds: 1), "a horn.wav");
        var picture = await UploadAsync(client, PlainPng.Of(960, 540), "a fox.png");
        (await UploadAsync(client, PlainPng.Of(960, 540), "the same.png")).Text("id").ShouldBe(picture.Text("id"));

        (picture.Text("name"), picture.Text("sha256").Length, sound["thumbnailUrl"]).ShouldBe(("a fox.png", 64, null));
        await PageShouldBeAsync(client, "/api/assets", [picture, sound], null);
        await PageShouldBeAsync(client, "/api/assets?limit=1", [picture], picture.Text("id"));
        await PageShouldBeAsync(client, "/api/assets?limit=1&cursor=" + picture.Text("id"), [sound], null);
        await PageShouldBeAsync(client, "/api/assets?kind=audio", [sound], null);
        (await client.GetJsonAsync("/api/assets/" + picture.Text("id"))).Text("name").ShouldBe("a fox.png");
        using var thumbnail = await client.GetAsync(picture.Text("thumbnailUrl"), Stop);
        (thumbnail.StatusCode, thumbnail.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/webp"));
        using var none = await client.GetAsync(sound.Text("url") + "?variant=thumbnail", Stop);
        await none.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");

        (await client.SendJsonAsync("DELETE", "/api/assets/" + picture.Text("id"))).Status.ShouldBe(HttpStatusCode.NoContent);
        foreach (var path in new[] { "", "/content" })
        {
            using var gone = await client.GetAsync("/api/assets/" + picture.Text("id") + path, Stop);
            await gone.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await PageShouldBeAsync(client, "/api/assets", [sound], null);
    }

    [Fact]
    public async Task Asset_that_a_running_generation_names_stays()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var id = (await UploadAsync(client, PlainPng.Of(640, 640), "a.png")).Text("id");
        var (_, generation) = await client.PostAsync("/api/generate/video", $$"""{"model":"kling-2.6","prompt":"x","duration":5,"sound":false,"firstFrame":"{{id}}"}""");

        var (status, problem) = await client.SendJsonAsync("DELETE", "/api/assets/" + id);

        (status, problem.Text("code")).ShouldBe((HttpStatusCode.Conflict, "conflict"), generation.ToJsonString());
        (await client.GetJsonAsync("/api/assets/" + id)).Text("id").ShouldBe(id);
    }

    [Fact]
    public async Task Take_and_its_frames_become_assets()
    {
        await using var origin = await ClipOrigin.StartAsync();
        await using var server = await TestServer.StartAsync(options => options with { FetchAllow = ["127.0.0.1"] });
        server.Provider.Origin = origin.Url;
        server.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(origin.Url, "clip.mp4")] };
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await RefusalAsync(client, $$"""{"generation":"{{id}}"}""", HttpStatusCode.Conflict, "not_ready");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{id}/sync", "");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");

        var video = await AddAsync(client, $$"""{"generation":"{{id}}"}""");
        (video.Text("contentType"), video.Number("bytes")).ShouldBe(("video/mp4", (await origin.BytesAsync()).Length));
        (await AddAsync(client, $$"""{"generation":"{{id}}","variant":"poster","output":0}""")).Text("contentType").ShouldBe("image/webp");
        var first = await AddAsync(client, $$"""{"generation":"{{id}}","variant":"firstFrame"}""");
        (first.Text("contentType"), first.Number("width"), first.Number("height")).ShouldBe(("image/jpeg", 160, 90));
        (await AddAsync(client, $$"""{"generation":"{{id}}","at":0.05}""")).Text("id").ShouldBe(first.Text("id"), "it is the same frame");
        var last = (await AddAsync(client, $$"""{"generation":"{{id}}","variant":"lastFrame"}""")).Text("id");
        last.ShouldNotBe(first.Text("id"));
        (await AddAsync(client, $$"""{"generation":"{{id}}","at":1}""")).Text("id").ShouldBe(last);
        (await AddAsync(client, $$"""{"url":"{{origin.Url}}clip.mp4"}""")).Text("id").ShouldBe(video.Text("id"), "it is the same video");

        await RefusalAsync(client, $$"""{"generation":"{{id}}","at":1.01}""", HttpStatusCode.BadRequest, "invalid_input", "at");
        await RefusalAsync(client, $$"""{"generation":"{{id}}","output":1}""", HttpStatusCode.NotFound, "not_found");
        using var other = await server.CreateOtherClientAsync();
        await RefusalAsync(other, $$"""{"generation":"{{id}}"}""", HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("{}", "url")]
    [InlineData("""{"url":"https://a.example/x.png","generation":"gen_1"}""", "url")]
    [InlineData("""{"url":"x.png"}""", "url")]
    [InlineData("""{"url":"http://169.254.169.254/latest"}""", "url")]
    [InlineData("""{"url":"https://localhost/x.png"}""", "url")]
    [InlineData("""{"url":"https://a.example/x.png","at":1}""", "at")]
    [InlineData("""{"url":"https://a.example/x.png","output":1}""", "output")]
    [InlineData("""{"url":"https://a.example/x.png","variant":"poster"}""", "variant")]
    [InlineData("""{"generation":"gen_1","variant":"preview"}""", "variant")]
    [InlineData("""{"generation":"gen_1","variant":"video","at":1}""", "at")]
    [InlineData("""{"generation":"gen_1","frame":1}""", "frame")]
    [InlineData("""{"generation":1}""", "generation")]
    public async Task Request_that_names_no_file_is_400(string json, string field)
    {
        using var client = shared.CreateClient();
        await RefusalAsync(client, json, HttpStatusCode.BadRequest, "invalid_input", field);
    }

    [Theory]
    [InlineData("""{"generation":"gen_""", HttpStatusCode.BadRequest, "invalid_json")]
    [InlineData("null", HttpStatusCode.BadRequest, "invalid_json")]
    [InlineData("""{"generation":"gen_1"}""", HttpStatusCode.NotFound, "not_found")]
    public async Task Request_that_cannot_be_met_says_why(string json, HttpStatusCode status, string code)
    {
        using var client = shared.CreateClient();
        await RefusalAsync(client, json, status, code);
    }

    [Fact]
    public async Task Json_of_any_length_is_not_read()
    {
        using var client = shared.CreateClient();
        await RefusalAsync(client, $$"""{"url":"{{new string('x', 20_000)}}"}""", HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Theory]
    [InlineData("/api/assets?kind=text", "kind")]
    [InlineData("/api/assets?cursor=gen_1", "cursor")]
    [InlineData("/api/assets?limit=0", "limit")]
    [InlineData("/api/assets/asset_1/content?variant=poster", "variant")]
    public async Task List_and_content_refuse_what_they_do_not_know(string path, string field)
    {
        using var client = shared.CreateClient();
        using var answer = await client.GetAsync(path, Stop);
        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input"))["errors"]![0]!.Text("field").ShouldBe(field);
    }

    private static async Task<JsonNode> UploadAsync(HttpClient client, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        using var answer = await client.PostAsync("/api/assets", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.JsonAsync();
    }

    private static async Task<JsonNode> AddAsync(HttpClient client, string json)
    {
        var (status, asset) = await client.PostAsync("/api/assets", json);
        status.ShouldBe(HttpStatusCode.Created, asset.ToJsonString());
        return asset;
    }

    private static async Task RefusalAsync(HttpClient client, string json, HttpStatusCode status, string code, string? field = null)
    {
        var (given, problem) = await client.PostAsync("/api/assets", json);
        (given, problem.Text("code")).ShouldBe((status, code), problem.ToJsonString());
        if (field is not null) problem["errors"]![0]!.Text("field").ShouldBe(field);
    }

    private static async Task PageShouldBeAsync(HttpClient client, string path, JsonNode[] items, string? next)
    {
        var page = await client.GetJsonAsync(path);
        page["items"]!.AsArray().Select(asset => asset!.Text("id")).ShouldBe(items.Select(asset => asset.Text("id")));
        page["next"]?.GetValue<string>().ShouldBe(next);
    }
}
