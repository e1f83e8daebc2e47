using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Tests.Rendering;

/// <summary>One render of every mode in the requested size, compared pixel by pixel with what it was made from.</summary>
public sealed class FullSizeTests : IDisposable
{
    // Soft, so that a slow zoom changes little.
    private const string Warm = "gradients=s=1280x720:c0=red:c1=yellow:nb_colors=2:x0=0:y0=0:x1=1280:y1=720";
    private const string Cold = "gradients=s=1280x720:c0=blue:c1=aqua:nb_colors=2:x0=1280:y0=0:x1=0:y1=720";
    private const string Test = "testsrc2=s=640x360:r=24";

    private readonly Studio _studio = new();

    [Fact]
    public async Task Text_paints_a_picture_that_the_seed_decides()
    {
        var video = await RenderAsync("text-to-video", new TaskMedia(), 1);
        var same = await RenderAsync("text-to-video", new TaskMedia(), 1);
        var other = await RenderAsync("text-to-video", new TaskMedia(), 1, input => input with { Seed = 8 });

        var sight = await _studio.SeeAsync(video, 0.5);
        sight.Contrast().ShouldBeGreaterThan(10);
        sight.From(await _studio.SeeAsync(same, 0.5)).ShouldBe(0);
        sight.From(await _studio.SeeAsync(other, 0.5)).ShouldBeGreaterThan(10);
        await ShouldBeAsync(video, 1280, 720, 1);
    }

    [Fact]
    public async Task Image_is_the_first_frame_and_grows_slowly()
    {
        var picture = await _studio.PictureAsync(Test.Replace("640x360", "1280x720"));

        var video = await RenderAsync("image-to-video", new TaskMedia { Pictures = [picture] }, 1.5);

        var given = await _studio.SeeAsync(picture.Path);
        given.From(await _studio.SeeAsync(video)).ShouldBeLessThan(4);
        var end = await _studio.SeeAsync(video, 1.4);
        given.From(end).ShouldBeInRange(4, 60);

        // By a tenth, about the middle.
        var middle = await _studio.FfmpegAsync("png", ["-i", picture.Path, "-vf", "crop=iw*0.907:ih*0.907"]);
        (await _studio.SeeAsync(middle)).From(end).ShouldBeLessThan(4);
        await ShouldBeAsync(video, 1280, 720, 1.5);
    }

    [Fact]
    public async Task First_and_last_picture_are_first_and_last_frame_with_the_mix_between()
    {
        var (first, last) = (await _studio.PictureAsync(Warm), await _studio.PictureAsync(Cold));

        var video = await RenderAsync("image-to-video", new TaskMedia { Pictures = [first, last] }, 2);

        var (one, two) = (await _studio.SeeAsync(first.Path), await _studio.SeeAsync(last.Path));
        one.From(await _studio.SeeAsync(video)).ShouldBeLessThan(5);
        two.From(await _studio.SeeAsync(video, 1.95)).ShouldBeLessThan(5);
        one.MixedWith(two).From(await _studio.SeeAsync(video, 1)).ShouldBeLessThan(12);
        one.From(two).ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Every_reference_is_shown()
    {
        var pictures = new[] { await _studio.PictureAsync(Warm), await _studio.PictureAsync("color=lime:s=720x1280"), await _studio.PictureAsync(Cold) };

        var video = await RenderAsync("reference-to-video", new TaskMedia { Pictures = pictures }, 2);

        foreach (var (picture, seconds) in pictures.Zip([0.1, 1, 1.9]))
            (await _studio.SeeAsync(picture.Path)).From(await _studio.SeeAsync(video, seconds)).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Changed_video_has_the_shapes_of_the_given_one_in_other_colours()
    {
        var given = await _studio.VideoAsync(Test, 1.5);

        var video = await RenderAsync("video-to-video", new TaskMedia { SourceVideo = given });

        foreach (var seconds in new[] { 0.1, 1.2 })
        {
            var (before, after) = (await _studio.SeeAsync(given.Path, seconds), await _studio.SeeAsync(video, seconds));
            before.EdgesAs(after).ShouldBeGreaterThan(0.8);
            before.From(after).ShouldBeGreaterThan(15);
        }

        (await _studio.SeeAsync(given.Path)).EdgesAs(await _studio.SeeAsync((await _studio.PictureAsync("mandelbrot=s=640x360")).Path)).ShouldBeLessThan(0.5);
        await ShouldBeAsync(video, 1280, 720, 1.5);
    }

    [Fact]
    public async Task Speaker_stands_above_the_waves_of_the_given_sound()
    {
        var speaker = await _studio.PictureAsync(Warm);
        var speech = await _studio.SoundAsync("aevalsrc='sin(2*PI*300*t)*lt(mod(t,0.5),0.25)'", 2);

        var video = await RenderAsync("speech-to-video", new TaskMedia { Pictures = [speaker], Audio = speech });

        var (given, seen) = (await _studio.SeeAsync(speaker.Path), await _studio.SeeAsync(video, 0.6));
        given.Within(seen, 0, 0, Sight.Width, 18).ShouldBeLessThan(5);
        given.Within(seen, 0, 20, Sight.Width, 28).ShouldBeGreaterThan(10);
        var (said, heard) = (await _studio.LoudnessAsync(speech.Path), await _studio.LoudnessAsync(video));
        said.Take(38).Zip(heard, (one, two) => Math.Abs((one / said.Max()) - (two / heard.Max()))).Average().ShouldBeLessThan(0.1);
        said.Count(part => part < said.Max() / 10).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Person_stands_in_the_corner_of_the_motion()
    {
        var (motion, person) = (await _studio.VideoAsync(Test, 1), await _studio.PictureAsync("color=magenta:s=400x400"));

        var video = await RenderAsync("motion-control", new TaskMedia { MotionVideo = motion, Pictures = [person] });

        var (given, seen) = (await _studio.SeeAsync(motion.Path, 0.5), await _studio.SeeAsync(video, 0.5));
        given.Within(seen, 0, 0, 40, Sight.Height).ShouldBeLessThan(5);
        given.Within(seen, 0, 20, Sight.Width, 32).ShouldBeLessThan(5);
        (await _studio.SeeAsync(person.Path)).Within(seen, 52, 4, 59, 13).ShouldBeLessThan(8);
    }

    [Fact]
    public async Task Continuation_begins_with_the_last_frame()
    {
        var given = await _studio.VideoAsync(Test, 2);
        using var process = new MediaProcess(TimeProvider.System);
        var frame = await new LastFrame(process).TakeAsync(given, _studio.Folder, TestContext.Current.CancellationToken);

        var begin = await _studio.SeeAsync(await RenderAsync("extend", new TaskMedia { Pictures = [frame], Continued = given }, 1));

        (await _studio.SeeAsync(given.Path, 1.95)).From(begin).ShouldBeLessThan(4);
        (await _studio.SeeAsync(given.Path)).From(begin).ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task Enlarged_video_shows_the_same_in_more_pixels()
    {
        var given = await _studio.VideoAsync(Test, 1);

        var video = await RenderAsync("upscale", new TaskMedia { SourceVideo = given }, null, input => input with { Resolution = "1080p" });

        foreach (var seconds in new[] { 0, 0.9 })
            (await _studio.SeeAsync(given.Path, seconds)).From(await _studio.SeeAsync(video, seconds)).ShouldBeLessThan(4);
        await ShouldBeAsync(video, 1920, 1080, 1);
    }

    [Fact]
    public async Task Video_beyond_full_HD_shows_what_was_given_in_all_its_pixels()
    {
        var picture = await _studio.PictureAsync(Warm);

        var video = await RenderAsync("image-to-video", new TaskMedia { Pictures = [picture] }, 0.25, input => input with { Resolution = "4k" });

        (await _studio.SeeAsync(picture.Path)).From(await _studio.SeeAsync(video)).ShouldBeLessThan(4);
        await ShouldBeAsync(video, 3840, 2160, 0.25);
    }

    [Fact]
    public async Task Shots_are_cut_where_they_were_told_to_be()
    {
        JsonObject Shot(string prompt, int seconds) => new() { ["prompt"] = prompt, ["duration"] = seconds };
        var list = new JsonObject { ["multi_prompt"] = new JsonArray(Shot("a lake", 1), Shot("a mine", 2)) };

        var video = await RenderAsync("text-to-video", new TaskMedia(), 3, input => input with { MultiShot = true, Parameters = list });

        async Task<double> ChangeAsync(double at) => (await _studio.SeeAsync(video, at - 0.05)).From(await _studio.SeeAsync(video, at + 0.01));
        (await ChangeAsync(1)).ShouldBeGreaterThan(10);
        foreach (var calm in new[] { 0.5, 1.5, 2, 2.5 }) (await ChangeAsync(calm)).ShouldBeLessThan(4);
    }

    private async Task<string> RenderAsync(string mode, TaskMedia media, double? seconds = null, Func<GenerationInput, GenerationInput>? change = null)
    {
        var input = new GenerationInput { Model = "m", Mode = mode, Seed = 7, Resolution = "720p" };
        var task = new SandboxTask
        {
            TaskId = "t", Api = TaskApi.Jobs, Model = "m", Body = [], Input = change?.Invoke(input) ?? input, Credits = 0, CreatedAt = default, Seconds = seconds,
        };
        return await _studio.RenderAsync(TaskPlan.For(task, media, fast: false));
    }

    private async Task ShouldBeAsync(string video, int width, int height, double seconds)
    {
        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height).ShouldBe((width, height));
        facts.DurationSeconds.ShouldBe(seconds, 0.05);
    }

    public void Dispose() => _studio.Dispose();
}
