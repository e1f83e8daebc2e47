using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class ClipRendererTests : IDisposable
{
    private const string Hostile = "it's 100% \"quoted\" %{pts} \\n :x=0:y=0,drawbox=color=red:t=fill;[0]null[v]'; rm -rf / \u0000\u001b 🎬 日本";

    private readonly Studio _studio = new();

    [Theory]
    [InlineData("16:9", 4, true, 160, 90)]
    [InlineData("9:16", 6, false, 90, 160)]
    [InlineData("1:1", 5, true, 160, 160)]
    [InlineData("3:2", 8, false, 160, 106)]
    [InlineData("2:3", 5, true, 106, 160)]
    [InlineData("landscape", 15, true, 160, 90)]
    public async Task Video_has_the_duration_shape_and_sound_that_were_asked_for(string ratio, int seconds, bool sound, int width, int height)
    {
        var (w, h) = RenderSize.For(ratio, "720p", null, fast: true);

        var facts = await _studio.ProbeAsync(await _studio.RenderAsync(Plan(seconds, w, h) with { Sound = sound }));

        (facts.ContentType, facts.Width, facts.Height, facts.VideoCodec).ShouldBe(("video/mp4", width, height, "h264"));
        facts.AudioCodec.ShouldBe(sound ? "aac" : null);
        facts.DurationSeconds.ShouldBe(seconds, 0.05);
        facts.FrameRate.ShouldBe(24, 0.001);
    }

    [Fact]
    public async Task Video_in_full_size_begins_to_play_before_it_is_loaded()
    {
        var video = await _studio.RenderAsync(Plan(4, 1280, 720) with { Fast = false, Prompt = Hostile, Sound = true });

        var facts = await _studio.ProbeAsync(video);
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((1280, 720, "aac"));
        facts.DurationSeconds.ShouldBe(4, 0.05);
        (await _studio.LoudnessAsync(video)).Skip(20).Take(30).Min().ShouldBeGreaterThan(300);
        var bytes = await File.ReadAllBytesAsync(video, TestContext.Current.CancellationToken);
        bytes.AsSpan().IndexOf("moov"u8).ShouldBeLessThan(bytes.AsSpan().IndexOf("mdat"u8));
    }

    [Fact]
    public async Task Prompt_cannot_break_out_of_the_filters()
    {
        var plain = await _studio.LookAsync(await _studio.RenderAsync(Plan(2) with { Prompt = "" }));
        var hostile = await _studio.RenderAsync(Plan(2) with { Prompt = Hostile });

        (await _studio.ProbeAsync(hostile)).DurationSeconds.ShouldBe(2, 0.05);
        plain.Length.ShouldBe(16 * 9 * 3);
        var look = await _studio.LookAsync(hostile, 1.5);
        look.Chunk(3).Count(pixel => pixel is [> 220, < 60, < 60]).ShouldBe(0, "The red box of the prompt was drawn.");
    }

    [Fact]
    public async Task Watermark_is_drawn_in_the_upper_left_corner_alone()
    {
        var plan = Plan(1, 640, 360) with { Prompt = "" };
        var plain = await _studio.LookAsync(await _studio.RenderAsync(plan));
        var marked = await _studio.LookAsync(await _studio.RenderAsync(plan with { Watermark = Hostile }));

        var changed = Enumerable.Range(0, plain.Length).Where(i => Math.Abs(plain[i] - marked[i]) > 6).Select(i => (X: i / 3 % 16, Y: i / 3 / 16)).ToList();
        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(at => at.X < 9 && at.Y == 0);
    }

    [Fact]
    public async Task Prompt_is_drawn_at_the_foot_alone()
    {
        var plan = Plan(1, 640, 360) with { Shots = [await _studio.PictureAsync("color=teal:s=640x360")] };
        var plain = await _studio.LookAsync(await _studio.RenderAsync(plan with { Prompt = "" }), 0.95);
        var told = await _studio.LookAsync(await _studio.RenderAsync(plan with { Prompt = "WWWW WWWW WWWW" }), 0.95);

        var changed = Enumerable.Range(0, plain.Length).Where(i => Math.Abs(plain[i] - told[i]) > 6).Select(i => (X: i / 3 % 16, Y: i / 3 / 16)).ToList();
        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(at => at.X > 2 && at.X < 13 && at.Y == 8);
    }

    [Fact]
    public async Task Letters_that_the_font_does_not_have_are_not_drawn_as_boxes()
    {
        const char Tifinagh = '\u2D30', Yi = '\uA000', Vai = '\uA500';
        var missing = new[] { '日', Yi, Vai, Tifinagh }.Where(letter => FontFile.Find()?.Width(letter) is null).ToArray();
        Assert.SkipWhen(missing.Length == 0, "The font has them all.");
        var plan = Plan(1) with { Shots = [await _studio.PictureAsync("color=teal:s=640x360")] };

        var (plain, told) = (await _studio.RenderAsync(plan with { Prompt = "" }), await _studio.RenderAsync(plan with { Prompt = new string(missing) }));

        (await _studio.LookAsync(told, 0.95)).ShouldBe(await _studio.LookAsync(plain, 0.95));
    }

    [Fact]
    public async Task Each_scene_has_its_own_words()
    {
        var plan = Plan(2, 640, 360) with { Shots = [await _studio.PictureAsync("color=teal:s=640x360")] };
        var (silent, told) = (
            await _studio.RenderAsync(plan with { Scenes = [new("", 1), new("", 1)] }), await _studio.RenderAsync(plan with { Scenes = [new("WWWW WWWW", 1), new("", 1)] }));

        async Task<double> FootAsync(double at) => (await _studio.SeeAsync(silent, at)).Within(await _studio.SeeAsync(told, at), 16, 30, 48, 35);
        (await FootAsync(0.95)).ShouldBeGreaterThan(1.5);
        (await FootAsync(1.95)).ShouldBeLessThan(0.5);
    }

    [Fact]
    public async Task Style_tints_all_of_it()
    {
        var plan = Plan(1) with { Shots = [await _studio.PictureAsync("color=0x804020:s=320x180")], Prompt = "" };

        var plain = await _studio.LookAsync(await _studio.RenderAsync(plan), 0.5);
        var (noir, anime) = (await _studio.LookAsync(await _studio.RenderAsync(plan with { Style = "noir" }), 0.5),
            await _studio.LookAsync(await _studio.RenderAsync(plan with { Style = "anime" }), 0.5));

        Studio.Distance(plain, noir).ShouldBeGreaterThan(5);
        Studio.Distance(noir, anime).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Video_moves()
    {
        var video = await _studio.RenderAsync(Plan(4) with { Prompt = "" });

        Studio.Distance(await _studio.LookAsync(video), await _studio.LookAsync(video, 3.5)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Same_prompt_and_seed_give_the_same_file_and_others_another_picture()
    {
        var first = await _studio.RenderAsync(Plan(2) with { Seed = 1, Sound = true });
        var same = await _studio.RenderAsync(Plan(2) with { Seed = 1, Sound = true });
        var seed = await _studio.RenderAsync(Plan(2) with { Seed = 2, Sound = true });
        var prompt = await _studio.RenderAsync(Plan(2) with { Seed = 1, Sound = true, Prompt = "another" });

        File.ReadAllBytes(same).ShouldBe(File.ReadAllBytes(first));
        Studio.Distance(await _studio.LookAsync(first), await _studio.LookAsync(seed)).ShouldBeGreaterThan(3);
        Studio.Distance(await _studio.LookAsync(first), await _studio.LookAsync(prompt)).ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("webp")]
    public async Task Video_from_a_picture_begins_with_it_and_zooms(string extension)
    {
        var picture = await _studio.PictureAsync("testsrc2=s=640x360", extension);

        var video = await _studio.RenderAsync(Plan(3) with { Shots = [picture] });

        var given = await _studio.LookAsync(picture.Path);
        Studio.Distance(given, await _studio.LookAsync(video)).ShouldBeLessThan(6);
        Studio.Distance(given, await _studio.LookAsync(video, 2.9)).ShouldBeGreaterThan(3);
        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(3, 0.05);
    }

    [Fact]
    public async Task Video_between_two_pictures_begins_with_one_ends_with_the_other_and_mixes_them_between()
    {
        var (red, blue) = (await _studio.PictureAsync("color=red:s=320x180"), await _studio.PictureAsync("color=blue:s=320x180"));

        var video = await _studio.RenderAsync(Plan(4) with { Shots = [red, blue], Prompt = "" });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(4, 0.05);
        Studio.Distance(await _studio.LookAsync(red.Path), await _studio.LookAsync(video)).ShouldBeLessThan(8);
        Studio.Distance(await _studio.LookAsync(blue.Path), await _studio.LookAsync(video, 3.9)).ShouldBeLessThan(8);
        var middle = await _studio.LookAsync(video, 2);
        middle[0].ShouldBeInRange((byte)90, (byte)165);
        middle[2].ShouldBeInRange((byte)90, (byte)165);
    }

    [Fact]
    public async Task Video_from_references_shows_each_in_turn()
    {
        var pictures = new[] { "red", "lime", "blue" }.Select(async colour => await _studio.PictureAsync($"color={colour}:s=100x200"));

        var video = await _studio.RenderAsync(Plan(6) with { Shots = await Task.WhenAll(pictures), Prompt = "" });

        (await _studio.ProbeAsync(video)).DurationSeconds.ShouldBe(6, 0.05);
        (await _studio.LookAsync(video, 0.2))[0].ShouldBeGreaterThan((byte)200);
        (await _studio.LookAsync(video, 3))[1].ShouldBeGreaterThan((byte)200);
        (await _studio.LookAsync(video, 5.8))[2].ShouldBeGreaterThan((byte)200);
    }

    [Theory]
    [InlineData(8192, 1)]
    [InlineData(1, 8192)]
    [InlineData(3, 5)]
    public async Task Strip_of_a_picture_fills_the_frame(int width, int height)
    {
        var video = await _studio.RenderAsync(Plan(1) with { Shots = [await _studio.PictureAsync($"color=red:s={width}x{height},format=rgb24")], Prompt = "" });

        (await _studio.ProbeAsync(video)).ShouldSatisfyAllConditions(facts => facts.Width.ShouldBe(160), facts => facts.Height.ShouldBe(90));
        (await _studio.LookAsync(video, 0.5)).Chunk(3).ShouldAllBe(pixel => pixel[0] > 200 && pixel[1] < 40);
    }

    [Fact]
    public async Task Work_folder_is_empty_after_rendering()
    {
        await _studio.RenderAsync(Plan(1));

        Directory.EnumerateDirectories(_studio["work"]).ShouldBeEmpty();
    }

    private static RenderPlan Plan(double seconds, int width = 160, int height = 90) =>
        new() { Width = width, Height = height, Seconds = seconds, Sound = false, Prompt = "a quiet lake", Seed = 7, Fast = true };

    public void Dispose() => _studio.Dispose();
}
