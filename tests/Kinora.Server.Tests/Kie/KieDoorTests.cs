using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KieAi;
using Kinora.Testing;

namespace Kinora.Server.Tests.Kie;

/// <summary>Kinora as programs that were written for KIE.ai meet it, by their own client.</summary>
public sealed class KieDoorTests(KieServer server) : IClassFixture<KieServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Http => server.Http;

    [Fact]
    public async Task Client_for_kie_creates_waits_and_downloads_without_a_key_for_files()
    {
        var client = Client();
        var before = await client.GetCreditAsync(Stop);
        var created = await client.CreateTaskAsync(new() { Model = "kling-2.6/text-to-video", Input = Kling("A lighthouse") }, Stop);
        var record = await server.EndAsync(created);

        record.Text("state").ShouldBe("success", record.ToJsonString());
        (before - await client.GetCreditAsync(Stop)).ShouldBe(record["creditsConsumed"]!.GetValue<decimal>());
        var address = JsonNode.Parse(record.Text("resultJson"))!["resultUrls"]!.AsArray().Single()!.GetValue<string>();
        (await client.GetDownloadUrlAsync(new Uri(address), Stop)).OriginalString.ShouldBe(address);
        using var stranger = server.Server.CreateClient(key: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(4, 7) } };
        using var part = await stranger.SendAsync(request, Stop);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        (await part.Content.ReadAsStringAsync(Stop)).ShouldBe("ftyp");
        using var head = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Stop);
        head.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Task_of_one_door_is_a_generation_of_the_other()
    {
        var task = await CreateAsync("/api/v1/veo/generate", """{"prompt":"A harbour","model":"veo3_fast"}""");
        (await Http.GetJsonAsync("/api/generations/" + task)).Text("id").ShouldBe(task);
        (await Http.GetJsonAsync("/api/v1/veo/record-info?taskId=" + task))["data"]!.Text("taskId").ShouldBe(task);
        (await Http.GetJsonAsync("/api/v1/runway/record-detail?taskId=" + task)).Text("msg").ShouldBe("record is null");

        var made = (await Http.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"x","duration":5,"sound":false}""")).Body.Text("id");
        var told = (await Http.GetJsonAsync("/api/v1/jobs/recordInfo?taskId=" + made))["data"]!;
        told.Text("model").ShouldBe("kling-2.6/text-to-video");
        JsonNode.Parse(told.Text("param"))!["input"]!.Text("prompt").ShouldBe("x");
    }

    [Fact]
    public async Task Upload_and_result_are_taken_as_inputs_and_not_fetched()
    {
        var picture = await server.UploadAsync("a fox.png", PlainPng.Of(640, 640));
        using (var stranger = server.Server.CreateClient(key: null)) (await stranger.GetByteArrayAsync(picture, Stop)).ShouldBe(PlainPng.Of(640, 640));
        var input = new JsonObject { ["prompt"] = "A fox", ["image_urls"] = new JsonArray(picture), ["sound"] = false, ["duration"] = "5" };
        var task = await CreateAsync("/api/v1/jobs/createTask", new JsonObject { ["model"] = "kling-2.6/image-to-video", ["input"] = input }.ToJsonString());
        (await Http.GetJsonAsync("/api/generations/" + task))["input"]!.Text("firstFrame").ShouldStartWith("asset_");

        var result = JsonNode.Parse((await server.EndAsync(task)).Text("resultJson"))!["resultUrls"]![0]!.GetValue<string>();
        var next = await CreateAsync("/api/v1/aleph/generate", new JsonObject { ["prompt"] = "Make it winter", ["videoUrl"] = result }.ToJsonString());
        (await Http.GetJsonAsync("/api/generations/" + next))["input"]!.Text("sourceVideo").ShouldStartWith("asset_");
    }

    [Theory]
    [InlineData("/api/v1/jobs/createTask", """{"model":"no-such-model","input":{}}""", 422, "The model name you specified is not supported")]
    [InlineData("/api/v1/jobs/createTask", """{"model":"kling-2.6/text-to-video","input":{"sound":false}}""", 500, "prompt is required")]
    [InlineData("/api/v1/jobs/createTask", """{"model":"kling-2.6/text-to-video","input":{"prompt":"x","sound":false,"aspect_ratio":"16:9","duration":"7"}}""", 500, "duration is not within the range")]
    [InlineData("/api/v1/jobs/createTask", """{"model":"kling-2.6/text-to-video","input":{"prompt":"x","sound":false,"duration":"5","aspect_ratio":"16:9"},"callBackUrl":"ftp://x"}""", 422, "callBackUrl is not within the range")]
    [InlineData("/api/v1/veo/extend", """{"taskId":"gen_00000000000000000000000000000000","prompt":"on"}""", 422, "record is null")]
    [InlineData("/api/v1/common/download-url", """{"url":"https://example.com/files/gen_1~0~video.AAAA/x.mp4"}""", 422, "The url is not a file of this service")]
    [InlineData("/api/v1/playground/createAsset", """{"url":"https://example.com/x.png","assetType":"Image"}""", 422, "Kinora does not offer the asset library")]
    public async Task Call_that_cannot_be_granted_is_refused_in_kies_words(string path, string body, int code, string words)
    {
        var (status, answer) = await Http.PostAsync(path, body);
        status.ShouldBe(HttpStatusCode.OK);
        answer.Number("code").ShouldBe(code, answer.ToJsonString());
        answer.Text("msg").ShouldStartWith(words);
    }

    [Fact]
    public async Task Tasks_files_and_credits_of_others_stay_theirs()
    {
        var task = await CreateAsync("/api/v1/jobs/createTask", new JsonObject { ["model"] = "kling-2.6/text-to-video", ["input"] = Kling("mine") }.ToJsonString());
        using var other = await server.Server.CreateOtherClientAsync();
        (await other.GetJsonAsync("/api/v1/jobs/recordInfo?taskId=" + task)).Text("msg").ShouldBe("recordInfo is null");
        (await other.GetJsonAsync("/api/v1/chat/credit"))["data"]!.GetValue<long>().ShouldBe(500);
        const string dear = """{"prompt":"A harbour","model":"veo3","resolution":"4k"}""";
        await other.PostAsync("/api/v1/veo/generate", dear);
        (await other.PostAsync("/api/v1/veo/generate", dear)).Body.Number("code").ShouldBe(402);
        using var nobody = server.Server.CreateClient(key: null);
        (await nobody.GetJsonAsync("/api/v1/chat/credit")).Number("code").ShouldBe(401);
        using var wrong = server.Server.CreateClient("wrong");
        (await wrong.GetJsonAsync("/api/v1/chat/credit")).Number("code").ShouldBe(401);
    }

    [Theory]
    [InlineData("/files/gen_00000000000000000000000000000000~0~video/x.mp4")]
    [InlineData("/files/gen_00000000000000000000000000000000~0~video.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/x.mp4")]
    [InlineData("/files/%20/x.mp4")]
    public async Task Link_that_was_made_up_leads_nowhere(string path)
    {
        using var answer = await Http.GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static JsonObject Kling(string prompt) => new() { ["prompt"] = prompt, ["sound"] = false, ["aspect_ratio"] = "16:9", ["duration"] = "5" };

    private KieClient Client() =>
        new(Http, new KieClientOptions { ApiKey = TestServer.Key, BaseUrl = server.Server.Url, UploadBaseUrl = server.Server.Url });

    private async Task<string> CreateAsync(string path, string body)
    {
        var answer = (await Http.PostAsync(path, body)).Body;
        answer.Number("code").ShouldBe(200, answer.ToJsonString());
        return answer["data"]!.Text("taskId");
    }
}
