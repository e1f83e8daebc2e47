using System.Text.Json.Nodes;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests;

/// <summary>What a task gives beside its video, or instead of one, over HTTP.</summary>
public sealed class ResultFileTests : IAsyncLifetime
{
    private readonly Studio _studio = new();
    private Caller _caller = null!;
    private Inbox _inbox = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_caller, _inbox) = (await Caller.StartAsync(), await Inbox.StartAsync());

    [Fact]
    public async Task First_and_last_frame_are_returned_on_request_and_can_be_gone_on_from()
    {
        var result = await FinishAsync("bytedance/seedance-2", new { prompt = "waves", duration = 4, resolution = "480p", aspect_ratio = "16:9", return_last_frame = true });

        var (video, first, last) = (await FetchAsync(result["resultUrls"]![0]!), await FetchAsync(result["firstFrameUrl"]![0]!), await FetchAsync(result["lastFrameUrl"]![0]!));
        (await _studio.SeeAsync(first)).From(await _studio.SeeAsync(video)).ShouldBeLessThan(2);
        (await _studio.SeeAsync(last)).From(await _studio.SeeAsync(video, 3.95)).ShouldBeLessThan(2);
        (await _studio.ProbeAsync(last)).ShouldSatisfyAllConditions(facts => facts.ContentType.ShouldBe("image/png"), facts => facts.Width.ShouldBe(160));

        var next = await FinishAsync(
            "bytedance/seedance-2", new { prompt = "more", duration = 4, resolution = "480p", aspect_ratio = "16:9", first_frame_url = result["lastFrameUrl"]![0]!.GetValue<string>() });
        (await _studio.SeeAsync(last)).From(await _studio.SeeAsync(await FetchAsync(next["resultUrls"]![0]!))).ShouldBeLessThan(4);
    }

    [Fact]
    public async Task Frames_are_not_returned_unasked()
    {
        var result = await FinishAsync("bytedance/seedance-2", new { prompt = "waves", duration = 4, resolution = "480p", aspect_ratio = "16:9" });

        result.AsObject().Select(one => one.Key).ShouldBe(["resultUrls"]);
    }

    [Fact]
    public async Task Subjects_of_a_picture_are_masked_from_left_to_right()
    {
        var picture = await _studio.PictureAsync("color=gray:s=400x200,format=rgb24,drawbox=x=40:y=50:w=80:h=100:color=red:t=fill,drawbox=x=260:y=50:w=80:h=100:color=blue:t=fill");

        var result = await FinishAsync("omnihuman-1-5/subject-detection", new { image_url = await _caller.UploadAsync(picture.Path) });

        result["resultObject"]!["status"]!.GetValue<int>().ShouldBe(1);
        var masks = result["resultObject"]!["object_detection_result"]!["mask"]!["url"]!.AsArray();
        masks.Count.ShouldBe(2);
        foreach (var (mask, left) in masks.Zip([40, 260]))
        {
            var expected = await _studio.PictureAsync($"color=black:s=400x200,format=rgb24,drawbox=x={left}:y=50:w=80:h=100:color=white:t=fill");
            var file = await FetchAsync(mask!);
            (await _studio.ProbeAsync(file)).ShouldSatisfyAllConditions(facts => facts.Width.ShouldBe(400), facts => facts.Height.ShouldBe(200));
            (await _studio.SeeAsync(file)).From(await _studio.SeeAsync(expected.Path)).ShouldBeLessThan(6);
        }
    }

    [Theory]
    [InlineData("color=gray:s=300x300", 0)]
    [InlineData("color=gray:s=300x300,format=rgb24,drawbox=x=100:y=100:w=80:h=100:color=red:t=fill", 1)]
    public async Task Picture_is_said_to_have_a_subject_or_none(string source, int status)
    {
        var picture = await _studio.PictureAsync(source);

        var result = await FinishAsync("omnihuman-1-5/human-identification", new { image_url = await _caller.UploadAsync(picture.Path) });

        result["resultObject"]!["status"]!.GetValue<int>().ShouldBe(status);
        result["resultUrls"].ShouldBeNull();
    }

    [Fact]
    public async Task Character_of_a_clip_appears_in_later_videos()
    {
        var clip = await _studio.VideoAsync("color=magenta:s=320x180", 2);
        var made = await FinishAsync("sora-2-characters", new { character_file_url = new[] { await _caller.UploadAsync(clip.Path) } });
        var character = made["character_id"]!.GetValue<string>();

        var result = await FinishAsync("sora-2-text-to-video", new { prompt = "she walks", n_frames = "10", remove_watermark = true, character_id_list = new[] { character } });

        var (video, marked) = (await FetchAsync(result["resultUrls"]![0]!), await FetchAsync(result["resultWaterMarkUrls"]![0]!));
        (await _studio.SeeAsync(clip.Path)).Within(await _studio.SeeAsync(video), 0, 0, Sight.Width, 20).ShouldBeLessThan(12);
        (await _studio.SeeAsync(video, 2)).Within(await _studio.SeeAsync(marked, 2), 0, 0, 40, 10).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Unknown_character_makes_the_task_fail()
    {
        var taskId = await _caller.CreateAsync("sora-2-text-to-video", new { prompt = "she walks", n_frames = "10", character_id_list = new[] { "character_none" } }, _inbox.Address);

        await _inbox.NextAsync();
        (await _caller.RecordAsync(taskId))["state"]!.GetValue<string>().ShouldBe("fail");
    }

    [Fact]
    public async Task Still_stands_beside_a_Runway_video()
    {
        var picture = await _caller.UploadAsync((await _studio.PictureAsync("gradients=s=400x400:c0=red:c1=yellow:nb_colors=2,drawbox=w=200:color=blue:t=fill")).Path);
        await _caller.PostAsync("/api/v1/runway/generate", new { prompt = "waves", imageUrl = picture, duration = 5, quality = "720p", callBackUrl = _inbox.Address });
        var made = (await _inbox.NextAsync()).Body["data"]!;

        var still = await FetchAsync(made["image_url"]!);

        (await _studio.ProbeAsync(still)).ContentType.ShouldBe("image/jpeg");
        (await _studio.SeeAsync(still)).From(await _studio.SeeAsync(await FetchAsync(made["video_url"]!))).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task Veo_gives_the_original_of_an_upright_video_and_the_whole_clip_after_an_extension()
    {
        await _caller.PostAsync("/api/v1/veo/generate", new { prompt = "waves", model = "veo3_fast", duration = 4, aspect_ratio = "9:16", callBackUrl = _inbox.Address });
        var first = (await _inbox.NextAsync()).Body["data"]!;
        (await _studio.ProbeAsync(await FetchAsync(first["info"]!["originUrls"]![0]!))).Width.ShouldBe(160);
        first["info"]!["resolution"]!.GetValue<string>().ShouldBe("720p");

        await _caller.PostAsync("/api/v1/veo/extend", new { taskId = first["taskId"]!.GetValue<string>(), prompt = "a storm", callBackUrl = _inbox.Address });
        var second = (await _inbox.NextAsync()).Body["data"]!;

        var record = (await _caller.GetAsync("/api/v1/veo/record-info?taskId=" + second["taskId"]!.GetValue<string>()))["data"]!["response"]!;
        var (take, later, whole) = (
            await FetchAsync(first["info"]!["resultUrls"]![0]!), await FetchAsync(record["resultUrls"]![0]!), await FetchAsync(record["fullResultUrls"]![0]!));
        var (length, more) = ((await _studio.ProbeAsync(take)).DurationSeconds, (await _studio.ProbeAsync(later)).DurationSeconds);
        var facts = await _studio.ProbeAsync(whole);
        facts.DurationSeconds.ShouldBe(length + more, 0.1);
        (await _studio.SeeAsync(take, length - 0.05)).From(await _studio.SeeAsync(later)).ShouldBeLessThan(4);
        (facts.Width, facts.AudioCodec).ShouldBe((90, "aac"));
        (await _studio.SeeAsync(whole, 1)).From(await _studio.SeeAsync(take, 1)).ShouldBeLessThan(4);
        (await _studio.SeeAsync(whole, length + 2)).From(await _studio.SeeAsync(later, 2)).ShouldBeLessThan(4);
    }

    private async Task<JsonNode> FinishAsync(string model, object input)
    {
        var taskId = await _caller.CreateAsync(model, input, _inbox.Address);
        await _inbox.NextAsync();
        var record = await _caller.RecordAsync(taskId);
        record["state"]!.GetValue<string>().ShouldBe("success", record.ToJsonString());
        return JsonNode.Parse(record["resultJson"]!.GetValue<string>())!;
    }

    private async Task<string> FetchAsync(JsonNode url)
    {
        var file = _studio[$"{Guid.NewGuid():N}"];
        await File.WriteAllBytesAsync(file, await _caller.Http.GetByteArrayAsync(url.GetValue<string>(), Stop), Stop);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _inbox.DisposeAsync();
        _studio.Dispose();
    }
}
