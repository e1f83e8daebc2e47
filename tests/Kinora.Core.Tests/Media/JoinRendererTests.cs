using System.Runtime.InteropServices;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class JoinRendererTests : IDisposable
{
    private const int Width = 96, Height = 54, Rate = 24000;
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;
    private readonly JoinRenderer _renderer;

    public JoinRendererTests() => (_ffprobe, _renderer) = (new(_clips.Process), new(_clips.Process));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clips_of_other_sizes_rates_and_sound_become_one_film_in_their_order()
    {
        var loud = await ClipAsync("red.mp4", "red", "64x36", 24, 1, sound: true);
        var silent = await ClipAsync("green.webm", "lime", "36x64", 30, 2, sound: false);
        var slow = await ClipAsync("blue.mp4", "blue", "128x72", 12, 1, sound: true);

        var (film, facts) = await FilmAsync(
            new(Width, Height, 25, HasSound: true, Fades: false), music: null,
            new(loud, 0, 1, true, false, true), new(silent, 0.5, 1, false, true, true), new(slow, 0.25, 0.52, true, true, false));

        (facts.ContentType, facts.Width, facts.Height, facts.FrameRate, facts.VideoCodec, facts.AudioCodec)
            .ShouldBe(("video/mp4", Width, Height, 25.0, "h264", "aac"));
        facts.DurationSeconds.ShouldBe(2.52, 0.001);
        var colours = await ColoursAsync(film);
        new string(colours).ShouldBe(new string('r', 25) + new string('g', 25) + new string('b', 13));
        var sound = await LoudnessAsync(film);
        sound.Length.ShouldBe(25, "tenths of a second");
        sound[1..9].ShouldAllBe(loudness => loudness > 0.05);
        sound[11..19].ShouldAllBe(loudness => loudness < 0.001);
        sound[21..].ShouldAllBe(loudness => loudness > 0.05);
        (await File.ReadAllBytesAsync(film, Stop)).AsSpan(0, 4096).IndexOf("moov"u8).ShouldBeGreaterThan(0, "what a player needs stands at the beginning");
    }

    [Fact]
    public async Task Music_goes_round_under_the_clips_and_fades_out_with_the_film()
    {
        var clip = await ClipAsync("red.mp4", "red", "64x36", 24, 2, sound: true);
        var music = await _clips.MakeAsync("music.mp3", "-f", "lavfi", "-i", "sine=f=880:d=0.7");
        FilmClip[] twice = [new(clip, 0, 2, true, false, true), new(clip, 0, 2, true, true, false)];

        var (alone, facts) = await FilmAsync(new(Width, Height, 24, HasSound: false, Fades: false), new(music, 0.5), twice);
        (facts.AudioCodec, facts.DurationSeconds).ShouldBe(("aac", 4.0));
        var under = await LoudnessAsync(alone);
        under.Length.ShouldBe(40);
        under[..20].Order().ElementAt(2).ShouldBeGreaterThan(0.02, "it begins again where it ends");
        under[38..].ShouldAllBe(loudness => loudness < 0.01);

        var (both, _) = await FilmAsync(new(Width, Height, 24, HasSound: true, Fades: false), new(music, 1), twice);
        var mixed = await LoudnessAsync(both);
        mixed.Length.ShouldBe(40);
        mixed[5].ShouldBeGreaterThan(under[5]);
        mixed[38].ShouldBeGreaterThan(0.05, "the clip is heard to its end");
    }

    [Fact]
    public async Task Fade_goes_through_black_between_clips_and_nowhere_else()
    {
        var clip = await ClipAsync("red.mp4", "red", "96x54", 24, 2, sound: false);
        var (film, facts) = await FilmAsync(
            new(Width, Height, 24, HasSound: false, Fades: true), null, new(clip, 0, 2, false, false, true), new(clip, 0, 2, false, true, false));
        var colours = new string(await ColoursAsync(film));
        colours.Length.ShouldBe(96);
        facts.AudioCodec.ShouldBeNull("nothing is to be heard");
        colours[..36].ShouldBe(new string('r', 36));
        colours[46..50].ShouldBe("....");
        colours[60..].ShouldBe(new string('r', 36));
    }

    [Fact]
    public async Task Odd_rates_do_not_drift_and_a_clip_that_ends_early_holds_its_last_frame()
    {
        var clip = await ClipAsync("red.mp4", "red", "96x54", 24, 0.5, sound: true);
        var rate = FilmForm.NearestFrameRate(29.97);
        rate.ShouldBe(30000.0 / 1001);
        var (film, facts) = await FilmAsync(
            new(Width, Height, rate, HasSound: true, Fades: false), null, [.. Enumerable.Repeat(new FilmClip(clip, 0, 1, true, true, true), 4)]);
        (await ColoursAsync(film)).Length.ShouldBe(120);
        facts.DurationSeconds.ShouldBe(120 / rate, 0.001);
        facts.FrameRate.ShouldBe(rate, 0.001);
    }

    [Fact]
    public async Task What_is_no_video_is_told_and_leaves_the_process_free()
    {
        await File.WriteAllTextAsync(_clips["page.mp4"], "<html>", Stop);
        var fault = await Should.ThrowAsync<MediaException>(
            _renderer.PartAsync(new(_clips["page.mp4"], 0, 1, false, false, false), new(Width, Height, 24, false, false), _clips["part.mov"], Stop));
        fault.Failure.ShouldBe(MediaFailure.Failed);
    }

    private Task<string> ClipAsync(string name, string colour, string size, int rate, double seconds, bool sound) => _clips.MakeAsync(
        name,
        [
            "-f", "lavfi", "-i", FormattableString.Invariant($"color={colour}:s={size}:r={rate}:d={seconds}"),
            .. sound ? (string[])["-f", "lavfi", "-i", FormattableString.Invariant($"sine=d={seconds}")] : [],
            .. name.EndsWith("webm", StringComparison.Ordinal) ? (string[])["-c:v", "libvpx-vp9", "-cpu-used", "8", "-deadline", "realtime"] : ["-preset", "ultrafast"],
        ]);

    private async Task<(string Film, MediaFacts Facts)> FilmAsync(FilmForm form, FilmMusic? music, params FilmClip[] clips)
    {
        var parts = new List<FilmPart>();
        foreach (var (index, clip) in clips.Index()) parts.Add(await _renderer.PartAsync(clip, form, _clips[$"part{index}.mov"], Stop));
        await _renderer.FilmAsync(parts, form, music, _clips["list.txt"], _clips["film.mp4"], Stop);
        return (_clips["film.mp4"], await _ffprobe.ProbeAsync(_clips["film.mp4"], Stop));
    }

    /// <summary>The colour in the middle of each frame: r, g, b, or a dot for none.</summary>
    private async Task<char[]> ColoursAsync(string film)
    {
        var raw = await _clips.MakeAsync("pixels.raw", "-i", film, "-vf", "crop=2:2,scale=1:1,format=rgb24", "-fps_mode", "passthrough", "-f", "rawvideo");
        return [.. (await File.ReadAllBytesAsync(raw, Stop)).Chunk(3).Select(pixel => pixel switch { [> 80, _, _] => 'r', [_, > 80, _] => 'g', [_, _, > 80] => 'b', _ => '.' })];
    }

    /// <summary>Of each tenth of a second, from 0 to 1.</summary>
    private async Task<double[]> LoudnessAsync(string film)
    {
        var raw = await _clips.MakeAsync("sound.raw", "-i", film, "-vn", "-ac", "1", "-ar", $"{Rate}", "-c:a", "pcm_s16le", "-f", "s16le");
        var samples = MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(raw, Stop)).ToArray();
        return [.. samples.Chunk(Rate / 10).Where(tenth => tenth.Length == Rate / 10).Select(tenth => Math.Sqrt(tenth.Average(sample => (double)sample * sample)) / short.MaxValue)];
    }

    public void Dispose() => _clips.Dispose();
}
