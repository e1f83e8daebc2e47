using System.Net;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Server.Tests.Models;
using Kinora.Testing;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>OpenAI's fields and ours, both ways.</summary>
public sealed class VideoTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Kite = """{"model":"veo-3.1-fast","prompt":"A kite","seconds":"8","size":"720x1280"}""";
    private static readonly byte[] Picture = PlainPng.Of(256, 256);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Video_has_all_thirteen_fields_and_the_id_of_its_generation()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var video = (await client.CreateAsync(Kite)).AsObject();

        video.Select(field => field.Key).ShouldBe(
            ["id", "object", "model", "status", "progress", "created_at", "completed_at", "expires_at", "prompt", "size", "seconds", "remixed_from_video_id", "error"],
            ignoreOrder: true);
        (video.Text("object"), video.Text("model"), video.Text("prompt"), video.Text("seconds"), video.Text("size"))
            .ShouldBe(("video", "veo-3.1-fast", "A kite", "8", "720x1280"));
        video.Text("status").ShouldBe("queued");
        var generation = await client.GetJsonAsync("/api/generations/" + video.Text("id"));
        (generation["input"]!.Text("aspectRatio"), generation["input"]!.Text("resolution"), generation["input"]!.Number("duration")).ShouldBe(("9:16", "720p", 8));
        video.Number("created_at").ShouldBe(DateTimeOffset.Parse(generation.Text("createdAt")).ToUnixTimeSeconds());
    }

    /// <summary>What is asked for, and what becomes of it: ratio, resolution, seconds.</summary>
    [Theory]
    [InlineData("""{"model":"veo-3.1-fast","seconds":4,"size":"1280x720"}""", "16:9", "720p", 4)]
    [InlineData("""{"model":"veo-3.1-fast","seconds":"8","size":"1024x1792"}""", "9:16", "1080p", 8)]
    [InlineData("""{"model":"kling-2.6","duration":"10","aspect_ratio":"1:1"}""", "1:1", null, 10)]
    [InlineData("""{"model":"kling-2.6","seconds":5,"size":"1792x1024"}""", "16:9", null, 5)]
    [InlineData("""{"model":"veo-3.1-fast","seconds":8,"metadata":{"ratio":"9:16","resolution":"1080p"}}""", "9:16", "1080p", 8)]
    [InlineData("""{"model":"veo-3.1-fast","seconds":8,"size":"1280x720","resolution":"1080p","fps":24,"num_frames":[1],"user":{"a":{"b":1}}}""", "16:9", "1080p", 8)]
    [InlineData("""{"model":"kling-2.6/text-to-video","seconds":5.0}""", "16:9", null, 5)]
    public async Task Settings_are_mapped_by_their_roles(string json, string ratio, string? resolution, int seconds)
    {
        using var client = shared.CreateClient();
        var body = JsonNode.Parse(json)!;
        body["prompt"] = "A kite";
        var id = (await client.CreateAsync(body.ToJsonString())).Text("id");
        var input = (await client.GetJsonAsync("/api/generations/" + id))["input"]!;
        (input["aspectRatio"]?.GetValue<string>(), input["resolution"]?.GetValue<string>(), input.Number("duration")).ShouldBe((ratio, resolution, seconds));
    }

    [Fact]
    public async Task Form_with_a_picture_begins_the_video_with_it()
    {
        using var client = shared.CreateClient();
        using var form = OpenAiAnswers.Form(("model", "wan-2.6"), ("prompt", "A kite"), ("seconds", "5"), ("metadata", """{"resolution":"1080p"}"""));
        form.Add(new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } }, "input_reference", "kite.png");
        using var answer = await client.PostAsync("/v1/videos", form, Stop);
        var video = await answer.JsonAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, video.ToJsonString());
        var generation = await client.GetJsonAsync("/api/generations/" + video.Text("id"));
        generation.Text("mode").ShouldBe("image-to-video");
        generation["input"]!.Text("resolution").ShouldBe("1080p");
        (await client.GetByteArrayAsync($"/api/assets/{generation["input"]!.Text("firstFrame")}/content", Stop)).ShouldBe(Picture);
    }

    [Theory]
    [InlineData("""{"image_url":"$data"}""")]
    [InlineData("\"$data\"")]
    [InlineData("""{"file_id":"$asset"}""")]
    [InlineData("\"$asset\"")]
    public async Task Picture_may_be_a_data_url_or_an_asset(string reference)
    {
        using var client = shared.CreateClient();
        using var upload = new ByteArrayContent(Picture) { Headers = { ContentType = new("image/png") } };
        using var uploaded = await client.PostAsync("/api/assets", upload, Stop);
        var given = reference.Replace("$data", "data:image/png;base64," + Convert.ToBase64String(Picture))
            .Replace("$asset", (await uploaded.JsonAsync()).Text("id"));
        var id = (await client.CreateAsync($$"""{"model":"wan-2.6","prompt":"A kite","input_reference":{{given}}}""")).Text("id");
        (await client.GetJsonAsync("/api/generations/" + id)).Text("mode").ShouldBe("image-to-video");
    }

    [Fact]
    public async Task Model_that_is_left_out_is_the_first_listed_one_that_makes_videos_of_words()
    {
        using var client = shared.CreateClient();
        var first = (await client.GetJsonAsync("/api/models?mode=text-to-video&works=true"))["items"]![0]!.Text("id");
        (await client.CreateAsync("""{"prompt":"A kite","seconds":"8","size":"1280x720"}""")).Text("model").ShouldBe(first);
    }

    [Fact]
    public async Task Progress_failure_and_withdrawal_are_told_in_OpenAis_words()
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnObserve = _ => new(ProviderTaskState.Active, "generating") { Progress = 40 };
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.CreateAsync(Kite)).Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{id}/sync", "");
        var running = await client.GetJsonAsync("/v1/videos/" + id);
        (running.Text("status"), running.Number("progress"), running["completed_at"]).ShouldBe(("in_progress", 40, null));

        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        var broken = (await client.CreateAsync(Kite)).Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == broken && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{broken}/sync", "");
        var failed = await client.GetJsonAsync("/v1/videos/" + broken);
        (failed.Text("status"), failed["error"]!.Text("code"), failed["error"]!.Text("message")).ShouldBe(("failed", "provider_failed", "It broke."));
        failed.Number("completed_at").ShouldBeGreaterThanOrEqualTo(failed.Number("created_at"));

        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("455", "Later.", Retryable: true, ByUser: false, TimeSpan.FromMinutes(5));
        var second = (await client.CreateAsync(Kite)).Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == second && e.Data["waiting"] is not null);
        await client.PostAsync($"/api/generations/{second}/cancel", "");
        var canceled = await client.GetJsonAsync("/v1/videos/" + second);
        (canceled.Text("status"), canceled["error"]!.Text("code")).ShouldBe(("failed", "canceled"));
    }

    [Fact]
    public async Task Remix_is_the_earlier_request_with_other_words()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var parent = (await client.CreateAsync(Kite)).Text("id");
        var (status, remix) = await client.PostAsync($"/v1/videos/{parent}/remix", """{"prompt":"A red kite"}""");
        status.ShouldBe(HttpStatusCode.OK, remix.ToJsonString());
        (remix.Text("prompt"), remix.Text("remixed_from_video_id"), remix.Text("size"), remix.Text("seconds")).ShouldBe(("A red kite", parent, "720x1280", "8"));
        remix.Text("id").ShouldNotBe(parent);
        (await client.GetJsonAsync("/v1/videos/" + remix.Text("id"))).Text("remixed_from_video_id").ShouldBe(parent);
    }

    [Fact]
    public async Task List_goes_both_ways_page_by_page()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add((await client.CreateAsync(Kite)).Text("id"));

        ids.Reverse();
        (await PagesAsync(client, "/v1/videos?limit=2")).ShouldBe(ids);
        ids.Reverse();
        (await PagesAsync(client, "/v1/videos?limit=2&order=asc")).ShouldBe(ids);
        var whole = await client.GetJsonAsync("/v1/videos?order=asc");
        (whole.Text("object"), whole.Text("first_id"), whole.Text("last_id"), whole["has_more"]!.GetValue<bool>()).ShouldBe(("list", ids[0], ids[^1], false));
        (await client.GetJsonAsync("/v1/videos?order=asc&after=" + ids[^1])).ToJsonString()
            .ShouldBe("""{"data":[],"first_id":null,"last_id":null,"has_more":false,"object":"list"}""");
    }

    [Fact]
    public async Task Same_idempotency_key_makes_one_video()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        var id = (await client.CreateAsync(Kite)).Text("id");
        (await client.CreateAsync(Kite)).Text("id").ShouldBe(id);
        (await client.GetJsonAsync("/v1/videos"))["data"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Same_file_and_idempotency_key_make_one_video()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        var ids = new List<string>();
        for (var tries = 0; tries < 2; tries++)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("kling-2.6"), "model" }, { new StringContent("A kite"), "prompt" }, { new ByteArrayContent(Picture), "input_reference", $"{tries}.png" },
            };
            using var answer = await client.PostAsync("/v1/videos", form, Stop);
            var video = await answer.JsonAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, video.ToJsonString());
            ids.Add(video.Text("id"));
        }

        ids.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Generation_of_another_surface_is_a_video_too()
    {
        using var client = shared.CreateClient();
        var id = (await client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A fox","duration":5,"sound":false}""")).Body.Text("id");
        var video = await client.GetJsonAsync("/v1/videos/" + id);
        (video.Text("model"), video.Text("seconds"), video.Text("size"), video["expires_at"]).ShouldBe(("kling-2.6", "5", "auto", null));
    }

    [Fact]
    public async Task Models_are_those_of_the_catalog_by_any_name()
    {
        using var client = shared.CreateClient();
        var list = await client.GetJsonAsync("/v1/models");
        list.Text("object").ShouldBe("list");
        var listed = list["data"]!.AsArray().Select(model => model!.Text("id")).ToArray();
        listed.ShouldContain("kling-2.6");
        listed.ShouldBeSubsetOf((await client.GetJsonAsync("/api/models"))["items"]!.AsArray().Select(model => model!.Text("id")));
        foreach (var name in new[] { "kling-2.6", "kling-2.6/text-to-video", "kling-2.6%2Ftext-to-video" })
        {
            var model = await client.GetJsonAsync("/v1/models/" + name);
            (model.Text("id"), model.Text("object"), model.Text("owned_by")).ShouldBe((Uri.UnescapeDataString(name), "model", "Kuaishou"));
        }
    }

    private static async Task<List<string>> PagesAsync(HttpClient client, string path)
    {
        var (found, after) = (new List<string>(), "");
        for (var page = 0; page < 10; page++)
        {
            var list = await client.GetJsonAsync(path + after);
            found.AddRange(list["data"]!.AsArray().Select(video => video!.Text("id")));
            if (!list["has_more"]!.GetValue<bool>()) return found;
            after = "&after=" + list.Text("last_id");
        }

        throw new InvalidOperationException("The list has no end.");
    }
}
