using System.Text.Json.Nodes;
using Kinora.Core.Media;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests;

/// <summary>Jobs tasks that are made from videos and sounds.</summary>
public sealed class GivenMediaTaskTests : IDisposable
{
    private readonly Studio _studio = new();

    [Fact]
    public async Task Earlier_take_is_extended_and_enlarged_by_its_id_or_its_address()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        await caller.PostAsync("/api/v1/veo/generate", new { prompt = "waves", model = "veo3_fast", duration = 4, callBackUrl = inbox.Address });
        var take = (await inbox.NextAsync()).Body["data"]!;
        var (taskId, url) = (take["taskId"]!.GetValue<string>(), take["info"]!["resultUrls"]![0]!.GetValue<string>());
        var before = await caller.CreditAsync();

        var (_, larger) = await FinishAsync(caller, inbox, "topaz/video-upscale", new { video_url = url });
        (larger.Width, larger.Height, larger.AudioCodec).ShouldBe((320, 180, "aac"));
        larger.DurationSeconds.ShouldBe(4, 0.05);
        (before - await caller.CreditAsync()).ShouldBe(8 * 4);

        (await FinishAsync(caller, inbox, "veo/extend", new { task_id = taskId, prompt = "a storm" })).Facts.AudioCodec.ShouldBe("aac");
        (await FinishAsync(caller, inbox, "veo/get-1080p-video", new { taskId })).Facts.Width.ShouldBe(320);
    }

    [Fact]
    public async Task Motion_comes_from_an_uploaded_video_and_is_charged_by_its_length()
    {
        var (motion, person) = (await _studio.VideoAsync("testsrc2=s=320x180", 3, sound: true), await _studio.PictureAsync("color=red:s=400x400"));
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var (record, facts) = await FinishAsync(caller, inbox, "kling-2.6/motion-control", new
        {
            prompt = "she dances", input_urls = new[] { await caller.UploadAsync(person.Path) }, video_urls = new[] { await caller.UploadAsync(motion.Path) },
            mode = "720p", character_orientation = "video",
        });

        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((160, 90, "aac"));
        facts.DurationSeconds.ShouldBe(3, 0.05);
        record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(11 * 3);
        (await caller.CreditAsync()).ShouldBe(100_000 - (11 * 3));
    }

    [Theory]
    [InlineData("bytedance/seedance-2", "first_frame_url", "last_frame_url", false)]
    [InlineData("kling-3.0/video", "image_urls", null, false)]
    [InlineData("bytedance/seedance-2", "reference_image_urls", null, true)]
    public async Task Given_pictures_are_shown_in_their_order(string model, string field, string? lastField, bool hasThree)
    {
        string[] colours = hasThree ? ["red", "lime", "blue"] : ["red", "blue"];
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        var pictures = new List<string>();
        foreach (var colour in colours) pictures.Add(await caller.UploadAsync((await _studio.PictureAsync($"color={colour}:s=320x320")).Path));
        var input = new Dictionary<string, object> { ["prompt"] = "they walk", ["duration"] = 4, ["resolution"] = "480p", ["aspect_ratio"] = "1:1" };
        if (model.StartsWith("kling", StringComparison.Ordinal))
        {
            input.Remove("resolution");
            (input["duration"], input["mode"], input["sound"], input["multi_shots"]) = ("4", "std", false, false);
        }

        if (lastField is null) input[field] = pictures;
        else (input[field], input[lastField]) = (pictures[0], pictures[1]);
        await FinishAsync(caller, inbox, model, input);

        var video = _studio["video.mp4"];
        var task = (await caller.GetAsync("/sandbox/tasks"))["tasks"]![0]!["taskId"]!.GetValue<string>();
        await File.WriteAllBytesAsync(video, await caller.Http.GetByteArrayAsync($"/files/{task}/video.mp4", TestContext.Current.CancellationToken));
        (await StrongAsync(0.1)).ShouldBe([true, false, false]);
        (await StrongAsync(3.9)).ShouldBe([false, false, true]);
        if (hasThree) (await StrongAsync(2)).ShouldBe([false, true, false]);

        async Task<IEnumerable<bool>> StrongAsync(double seconds) => (await _studio.LookAsync(video, seconds)).Take(3).Select(channel => channel > 200);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("wav")]
    public async Task Speech_comes_from_an_uploaded_sound(string extension)
    {
        var (speech, person) = (await _studio.SoundAsync("sine=frequency=300", 3.5, extension), await _studio.PictureAsync("color=navy:s=300x400"));
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var (_, facts) = await FinishAsync(
            caller, inbox, "infinitalk/from-audio", new { prompt = "he speaks", image_url = await caller.UploadAsync(person.Path), audio_url = await caller.UploadAsync(speech.Path) });

        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((120, 160, "aac"));
        facts.DurationSeconds.ShouldBe(3.5, 0.1);
    }

    [Fact]
    public async Task Length_that_the_model_decides_is_charged_as_it_was_made()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var (asked, _) = await FinishAsync(caller, inbox, "bytedance/seedance-2-5", new { prompt = "waves", duration = 8, resolution = "720p", aspect_ratio = "16:9" });
        var (open, facts) = await FinishAsync(caller, inbox, "bytedance/seedance-2-5", new { prompt = "waves", duration = -1, resolution = "720p", aspect_ratio = "16:9" });

        facts.DurationSeconds.ShouldBe(8, 0.05);
        open["creditsConsumed"]!.GetValue<decimal>().ShouldBe(asked["creditsConsumed"]!.GetValue<decimal>());
        (100_000 - await caller.CreditAsync()).ShouldBe(2 * asked["creditsConsumed"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Medium_of_another_kind_makes_the_task_fail_and_the_credits_come_back()
    {
        var person = await _studio.PictureAsync("color=navy:s=300x400");
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();
        var picture = await caller.UploadAsync(person.Path);
        var playlist = await caller.UploadAsync("media", "a.mp4", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n and more text"u8.ToArray());

        foreach (var video in new[] { picture, playlist, "https://127.0.0.1/v.mp4" })
        {
            var taskId = await caller.CreateAsync("topaz/video-upscale", new { video_url = video }, inbox.Address);
            await inbox.NextAsync();
            var record = await caller.RecordAsync(taskId);
            (record["state"]!.GetValue<string>(), record["failCode"]!.GetValue<string>()).ShouldBe(("fail", video.StartsWith("https", StringComparison.Ordinal) ? "451" : "400"));
        }

        (await caller.CreditAsync()).ShouldBe(100_000);
    }

    private static async Task<(JsonNode Record, MediaFacts Facts)> FinishAsync(Caller caller, Inbox inbox, string model, object input)
    {
        var taskId = await caller.CreateAsync(model, input, inbox.Address);
        await inbox.NextAsync();
        var record = await caller.RecordAsync(taskId);
        record["state"]!.GetValue<string>().ShouldBe("success", record.ToJsonString());
        return (record, await caller.ProbeAsync(new Uri(caller.Http.BaseAddress!, $"/files/{taskId}/video.mp4")));
    }

    public void Dispose() => _studio.Dispose();
}
