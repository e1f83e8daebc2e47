using System.Globalization;

namespace Kinora.Core.Media;

/// <summary>What FFmpeg is told to bring clips into one form and to put them together.</summary>
internal static class JoinArguments
{
    private const double LongestFade = 0.5, LongestMusicFade = 2;

    // All parts say the same of their colours, so that one header fits them all.
    private static readonly string[] Colours = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"];

    /// <summary>One clip as a part: exactly so many frames, and exactly as much sound, without the gaps that coded sound would have.</summary>
    public static IEnumerable<string> Part(FilmClip clip, FilmForm form, string target)
    {
        var frames = form.Frames(clip.Seconds);
        var seconds = form.Seconds(frames);
        var graph = Picture(clip, form, frames, seconds) + (form.HasSound ? ";" + Sound(clip, seconds, form.Fades) : "");
        return
        [
            "-v", "error", "-ss", N(clip.From), .. MediaArguments.Input(clip.Path), "-filter_complex", graph, "-map", "[picture]",
            .. form.HasSound ? (string[])["-map", "[sound]", "-c:a", "pcm_s16le"] : [],
            .. H264(form), .. Clean, "-f", "mov", "-y", To(target),
        ];
    }

    /// <summary>The list that <see cref="Film"/> reads.</summary>
    public static string List(IEnumerable<FilmPart> parts) => "ffconcat version 1.0\n" + string.Concat(
        parts.Select(part => $"file {Path.GetFileName(part.Path)}\nduration {N(part.Seconds)}\n"));

    /// <summary>The parts one after the other, their pictures as they are, their sound coded as one.</summary>
    public static IEnumerable<string> Film(string list, FilmForm form, double seconds, FilmMusic? music, long maxBytes, string target)
    {
        var graph = (form.HasSound, music) switch
        {
            (true, null) => "[0:a:0]apad[sound]",
            (false, { } alone) => Music(alone, seconds) + ",apad[sound]",
            (true, { } under) => $"{Music(under, seconds)}[music];[0:a:0][music]amix=inputs=2:duration=first:normalize=0,alimiter=limit=0.97:level=0,apad[sound]",
            _ => null,
        };
        return
        [
            "-v", "error", "-f", "concat", "-protocol_whitelist", "file", "-format_whitelist", "concat,mov", "-i", To(list),
            .. music is null ? (string[])[] : ["-stream_loop", "-1", .. MediaArguments.Input(music.Path)],
            .. graph is null ? (string[])[] : ["-filter_complex", graph],
            "-map", "0:v:0", "-c:v", "copy",
            .. graph is null ? (string[])[] : ["-map", "[sound]", "-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2"],
            "-t", N(seconds), .. Clean, "-movflags", "+faststart", "-fs", N(maxBytes), "-f", "mp4", "-y", To(target),
        ];
    }

    private static string[] Clean => ["-map_metadata", "-1", "-map_chapters", "-1"];

    // Square pixels first, then as large as fits, the rest black. A clip that ends early holds its last frame.
    private static string Picture(FilmClip clip, FilmForm form, int frames, double seconds) => string.Join(',',
    [
        "[0:v:0]fps=" + form.Rate + ":start_time=0", "scale=w='max(2,trunc(iw*sar/2)*2)':h=ih,setsar=1",
        $"scale={form.Width}:{form.Height}:force_original_aspect_ratio=decrease:force_divisible_by=2:out_color_matrix=bt709:out_range=tv",
        $"pad={form.Width}:{form.Height}:-1:-1:black", "setsar=1", "format=yuv420p", "tpad=stop=-1:stop_mode=clone", $"trim=end_frame={frames}",
        .. Fades("fade", clip, form.Fades, seconds),
    ]) + "[picture]";

    private static string Sound(FilmClip clip, double seconds, bool fades) => string.Join(',',
    [
        clip.HasSound ? "[0:a:0]aresample=48000:async=1:first_pts=0" : "anullsrc=r=48000:cl=stereo", "aformat=sample_fmts=s16:channel_layouts=stereo",
        "apad", "atrim=end=" + N(seconds), .. Fades("afade", clip, fades, seconds),
    ]) + "[sound]";

    private static IEnumerable<string> Fades(string filter, FilmClip clip, bool fades, double seconds)
    {
        var length = Math.Min(LongestFade, seconds / 4);
        if (fades && clip.FadesIn) yield return $"{filter}=t=in:st=0:d={N(length)}";
        if (fades && clip.FadesOut) yield return $"{filter}=t=out:st={N(seconds - length)}:d={N(length)}";
    }

    // Counted anew: each round would begin with a gap where a coded file has one.
    private static string Music(FilmMusic music, double seconds)
    {
        var fade = Math.Min(LongestMusicFade, seconds / 4);
        return "[1:a:0]aresample=48000,aformat=channel_layouts=stereo,asetpts=N/SR/TB,"
            + $"volume={N(music.Volume)},atrim=end={N(seconds)},afade=t=out:st={N(seconds - fade)}:d={N(fade)}";
    }

    // Good to look at, and bounded: 1080p at 30 frames takes 9 megabits a second at most.
    private static IEnumerable<string> H264(FilmForm form)
    {
        var kilobits = (int)Math.Max(500, form.Width * (double)form.Height * form.FrameRate * 0.15 / 1000);
        return
        [
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "19", "-maxrate", N(kilobits) + "k", "-bufsize", N(2 * kilobits) + "k",
            "-g", N(Math.Ceiling(2 * form.FrameRate)), "-pix_fmt", "yuv420p", .. Colours,
        ];
    }

    private static string To(string path) => "file:" + Path.GetFullPath(path);

    private static string N(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
