using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Tests.Rendering;

/// <summary>What becomes of given videos and sounds, mode by mode: from the plan of a task to the pixels.</summary>
public sealed class GivenMediaTests : IDisposable
{
    private readonly Studio _studio = new();

    [Fact]
    public async Task Changed_video_is_as_long_as_the_given_one_in_other_colours_and_keeps_its_sound()
    {
        var given = await _studio.VideoAsync("testsrc2=s=320x180", 3, sound: true);

        var video = await RenderAsync("video-to-video", new TaskMedia { SourceVideo = given });

        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((160, 90, "aac"));
        facts.DurationSeconds.ShouldBe(3, 0.05);
        ((double)await _studio.ListenAsync(video)).ShouldBe(880, 10);
        Studio.Distance(await _studio.LookAsync(given.Path, 1), await _studio.LookAsync(video, 1)).ShouldBeGreaterThan(15);
        var other = await RenderAsync("video-to-video", new TaskMedia { SourceVideo = given }, input => input with { Prompt = "another look" });
        Studio.Distance(await _studio.LookAsync(other, 1), await _studio.LookAsync(video, 1)).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Changed_video_has_the_duration_that_was_asked_for(int seconds)
    {
        var given = await _studio.VideoAsync("testsrc2=s=90x160", 3, extension: "webm");

        var video = await RenderAsync("video-to-video", new TaskMedia { SourceVideo = given }, input => input with { Duration = seconds, AspectRatio = "1:1" });

        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((160, 160, null));
        facts.DurationSeconds.ShouldBe(seconds, 0.05);
    }

    [Fact]
    public async Task Picture_stands_in_the_corner_of_the_video_whose_motion_it_takes_over()
    {
        var (motion, person) = (await _studio.VideoAsync("color=blue:s=320x180", 4, sound: true), await _studio.PictureAsync("color=red:s=100x100"));

        var video = await RenderAsync("motion-control", new TaskMedia { MotionVideo = motion, Pictures = [person] });

        var facts = await _studio.ProbeAsync(video);
        facts.DurationSeconds.ShouldBe(4, 0.05);
        facts.AudioCodec.ShouldBe("aac");
        foreach (var seconds in new[] { 0, 2, 3.9 })
        {
            var look = await _studio.LookAsync(video, seconds);
            Pixel(look, 13, 2).ShouldBe((254, 0, 0), 12);
            Pixel(look, 3, 2).ShouldBe((0, 0, 254), 12);
            Pixel(look, 13, 6).ShouldBe((0, 0, 254), 12);
        }
    }

    [Fact]
    public async Task Pictures_that_came_with_a_video_stand_above_it_one_below_the_other()
    {
        var given = await _studio.VideoAsync("color=black:s=320x180", 1);
        var pictures = new[] { await _studio.PictureAsync("color=white:s=160x90"), await _studio.PictureAsync("color=red:s=160x90") };

        var video = await RenderAsync("video-to-video", new TaskMedia { SourceVideo = given, Pictures = pictures }, input => input with { Prompt = "" });
        var look = await _studio.LookAsync(video, 0.5);

        Pixel(look, 13, 1).ShouldBe((254, 254, 254), 16);
        Pixel(look, 13, 6).ShouldBe((254, 0, 0), 16);
        Pixel(look, 4, 4).Red.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task Speech_is_heard_and_seen_over_the_picture_for_as_long_as_it_lasts()
    {
        var (speaker, speech) = (await _studio.PictureAsync("color=navy:s=160x160"), await _studio.SoundAsync("sine=frequency=300", 4.5, "mp3"));

        var video = await RenderAsync("speech-to-video", new TaskMedia { Pictures = [speaker], Audio = speech });

        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height).ShouldBe((160, 160));
        facts.DurationSeconds.ShouldBe(4.5, 0.05);
        ((double)await _studio.ListenAsync(video)).ShouldBe(600, 10);
        var look = await _studio.LookAsync(video, 2);
        Pixel(look, 8, 6).Red.ShouldBeGreaterThan(Pixel(look, 8, 1).Red + 15);
    }

    [Fact]
    public async Task Silent_speech_shows_no_waves_and_a_given_video_plays_on_behind_it()
    {
        var (speaker, speech) = (await _studio.VideoAsync("testsrc2=s=160x90", 2, sound: true), await _studio.SoundAsync("anullsrc", 5));

        var video = await RenderAsync("speech-to-video", new TaskMedia { SourceVideo = speaker, Audio = speech });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(5, 0.05);
        (await _studio.ListenAsync(video)).ShouldBe(0);
        Studio.Distance(await _studio.LookAsync(speaker.Path, 1), await _studio.LookAsync(video, 1)).ShouldBeLessThan(8);
        Studio.Distance(await _studio.LookAsync(speaker.Path, 1), await _studio.LookAsync(video, 3)).ShouldBeLessThan(8);
    }

    [Fact]
    public async Task Last_frame_of_a_video_is_what_its_continuation_begins_with()
    {
        var given = await _studio.VideoAsync("testsrc2=s=160x90", 3);
        using var process = new Core.Media.MediaProcess(TimeProvider.System);
        var frame = await new LastFrame(process).TakeAsync(given, _studio.Folder, TestContext.Current.CancellationToken);

        var video = await RenderAsync("extend", new TaskMedia { Pictures = [frame] }, input => input with { Duration = 4 });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(4, 0.05);
        var begin = await _studio.LookAsync(video);
        Studio.Distance(await _studio.LookAsync(given.Path, 2.95), begin).ShouldBeLessThan(6);
        Studio.Distance(await _studio.LookAsync(given.Path), begin).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Last_frame_is_found_too_where_it_stands_longer_than_videos_are_searched()
    {
        var given = await _studio.VideoAsync("color=red:s=64x64:r=1/10", 20);
        using var process = new Core.Media.MediaProcess(TimeProvider.System);

        var frame = await new LastFrame(process).TakeAsync(given with { Seconds = 40 }, _studio.Folder, TestContext.Current.CancellationToken);

        Pixel(await _studio.LookAsync(frame.Path), 8, 4).ShouldBe((254, 0, 0), 12);
    }

    [Theory]
    [InlineData(null, 160, 90, 320, 180)]
    [InlineData("720p", 64, 64, 320, 320)]
    public async Task Enlarged_video_is_the_same_and_larger(string? resolution, int width, int height, int largerWidth, int largerHeight)
    {
        var given = await _studio.VideoAsync($"testsrc2=s={width}x{height}", 2.5, sound: true);

        var video = await RenderAsync("upscale", new TaskMedia { SourceVideo = given }, input => input with { Prompt = null, Resolution = resolution });

        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((largerWidth, largerHeight, "aac"));
        facts.DurationSeconds.ShouldBe(2.5, 0.05);
        Studio.Distance(await _studio.LookAsync(given.Path, 2), await _studio.LookAsync(video, 2)).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task Pictures_and_videos_of_references_are_shown_in_turn_with_the_sound_among_them()
    {
        var media = new TaskMedia
        {
            Pictures = [await _studio.PictureAsync("color=red:s=100x200")],
            ReferenceVideos = [await _studio.VideoAsync("color=lime:s=320x180", 1), await _studio.VideoAsync("color=blue:s=180x320", 9, sound: true)],
            ReferenceAudio = [await _studio.SoundAsync("sine=frequency=200", 3)],
        };

        var video = await RenderAsync("reference-to-video", media, input => input with { Duration = 6, AspectRatio = "16:9" });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(6, 0.05);
        Pixel(await _studio.LookAsync(video, 0.2), 8, 2).ShouldBe((254, 0, 0), 12);
        Pixel(await _studio.LookAsync(video, 3), 8, 2).ShouldBe((0, 254, 0), 12);
        Pixel(await _studio.LookAsync(video, 5.8), 8, 2).ShouldBe((0, 0, 254), 12);
        ((double)await _studio.ListenAsync(video)).ShouldBe(400, 10);
    }

    [Fact]
    public async Task Several_shots_are_three_scenes_with_hard_cuts()
    {
        var video = await RenderAsync("text-to-video", new TaskMedia(), input => input with { MultiShot = true, Duration = 6 });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(6, 0.05);
        foreach (var cut in new[] { 2, 4 })
        {
            var (before, last, first) = (await _studio.LookAsync(video, cut - 0.3), await _studio.LookAsync(video, cut - 0.05), await _studio.LookAsync(video, cut + 0.01));
            Studio.Distance(last, first).ShouldBeGreaterThan(3);
            Studio.Distance(before, last).ShouldBeLessThan(Studio.Distance(last, first) / 2);
        }
    }

    [Theory]
    [InlineData(-1, 8)]
    [InlineData(null, 5)]
    [InlineData(12, 12)]
    [InlineData(600, 60)]
    public void Length_is_the_duration_where_nothing_given_decides_it(int? duration, double seconds) =>
        Plan("text-to-video", new TaskMedia(), input => input with { Duration = duration }).Seconds.ShouldBe(seconds);

    [Fact]
    public void Longest_recording_is_five_minutes() =>
        Plan("speech-to-video", new TaskMedia { Audio = new Recording("a.mp3", 1000) }).Seconds.ShouldBe(300);

    [Theory]
    [InlineData("video-to-video", null, true, false)]
    [InlineData("video-to-video", true, true, true)]
    [InlineData("video-to-video", false, false, false)]
    [InlineData("upscale", true, true, false)]
    public void Sound_of_a_given_video_is_kept_unless_the_model_makes_silent_ones(string mode, bool? sound, bool kept, bool made)
    {
        var plan = Plan(mode, new TaskMedia { SourceVideo = new Footage("a.mp4", 160, 90, 3, HasSound: true) }, sound: sound);
        (plan.Track is not null, plan.Sound).ShouldBe((kept, made));
    }

    [Fact]
    public void Watermark_and_style_are_those_of_the_request() =>
        Plan("text-to-video", new TaskMedia(), input => input with { Watermark = "Kinora", Style = "noir" })
            .ShouldSatisfyAllConditions(plan => plan.Watermark.ShouldBe("Kinora"), plan => plan.Style.ShouldBe("noir"));

    private Task<string> RenderAsync(string mode, TaskMedia media, Func<GenerationInput, GenerationInput>? change = null) =>
        _studio.RenderAsync(Plan(mode, media, change));

    private static RenderPlan Plan(string mode, TaskMedia media, Func<GenerationInput, GenerationInput>? change = null, bool? sound = null)
    {
        var input = new GenerationInput { Model = "m", Mode = mode, Prompt = "as if in winter", Seed = 7 };
        input = change?.Invoke(input) ?? input;
        return TaskPlan.For(
            new SandboxTask
            {
                TaskId = "t", Api = TaskApi.Jobs, Model = "m", Body = new JsonObject(), Input = input, Credits = 0, CreatedAt = default, Sound = sound,
                Seconds = input.Duration > 0 ? input.Duration : null,
            },
            media,
            fast: true);
    }

    private static (int Red, int Green, int Blue) Pixel(byte[] look, int x, int y)
    {
        var at = ((y * 16) + x) * 3;
        return (look[at], look[at + 1], look[at + 2]);
    }

    public void Dispose() => _studio.Dispose();
}

internal static class Colours
{
    public static void ShouldBe(this (int Red, int Green, int Blue) seen, (int Red, int Green, int Blue) expected, int tolerance)
    {
        seen.Red.ShouldBe(expected.Red, tolerance);
        seen.Green.ShouldBe(expected.Green, tolerance);
        seen.Blue.ShouldBe(expected.Blue, tolerance);
    }

    private static void ShouldBe(this int seen, int expected, int tolerance) => seen.ShouldBeInRange(expected - tolerance, expected + tolerance);
}
