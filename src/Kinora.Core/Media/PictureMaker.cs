using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Media;

/// <summary>Makes the pictures that stand for a video: poster, first and last frame, a short preview to loop, and a filmstrip; and the thumbnails of uploads.</summary>
/// <remarks>
/// All of them in one run, in which the video is decoded once: starting FFmpeg and decoding are what costs. They are extras of a video that
/// is there and paid for, so that one that cannot be made is left out.
/// </remarks>
public sealed partial class PictureMaker(MediaProcess process, ILogger<PictureMaker> logger)
{
    /// <summary>How many frames a filmstrip has.</summary>
    public const int StripFrames = 10;

    private const string Still = "scale=w='min(1280,iw)':h='min(1280,ih)':force_original_aspect_ratio=decrease";
    private const string Small = "scale=w='min(480,iw)':h='min(480,ih)':force_original_aspect_ratio=decrease";
    private const string Even = Small + ":force_divisible_by=2";
    private const string Tiny = "scale=w=160:h=160:force_original_aspect_ratio=decrease";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    // Bounded in bits as well as in time: 3 s of them are at most 265 kB.
    private static readonly string[] H264 =
        ["-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-maxrate", "700k", "-bufsize", "700k", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4"];

    /// <summary>Writes what can be made to paths beginning with <paramref name="start"/>.</summary>
    /// <param name="facts">Of the video.</param>
    public async Task<VideoPictures> MakeAsync(string videoPath, MediaFacts facts, string start, CancellationToken cancellationToken)
    {
        var files = new Paths(start);
        if (!await TryAsync(All(videoPath, facts.DurationSeconds, files), cancellationToken))
        {
            files.Delete();
            if (!await TryAsync(PosterAlone(videoPath, facts.DurationSeconds, files.Poster), cancellationToken)) files.Delete();
        }

        var strip = HeaderOf(files.Filmstrip);
        return new()
        {
            Poster = HeaderOf(files.Poster) is null ? null : files.Poster,
            FirstFrame = HeaderOf(files.FirstFrame) is null ? null : files.FirstFrame,
            LastFrame = HeaderOf(files.LastFrame) is null ? null : files.LastFrame,
            Preview = File.Exists(files.Preview) ? files.Preview : null,
            Filmstrip = strip is null ? null : files.Filmstrip,
            Strip = strip is { } whole ? new(StripFrames, whole.Width / StripFrames, whole.Height) : null,
        };
    }

    /// <summary>Writes a small picture (WebP, at most 480 pixels on the long side) of a picture or video; false when none can be made.</summary>
    /// <param name="facts">Of the picture or video.</param>
    public async Task<bool> ThumbnailAsync(string path, MediaFacts facts, string to, CancellationToken cancellationToken)
    {
        string[] seek = facts.DurationSeconds > 0 ? ["-ss", N(Third(facts.DurationSeconds))] : [];
        string[] arguments = ["-v", "error", .. seek, .. MediaArguments.Input(path), "-filter_complex", $"[0:v:0]{Small}[small]", .. WebP("[small]", to)];
        return await TryAsync(arguments, cancellationToken) && HeaderOf(to) is not null;
    }

    /// <summary>Deletes what is still there of what was made at this start.</summary>
    public static void Delete(string start) => new Paths(start).Delete();

    private static IEnumerable<string> All(string video, double seconds, Paths files)
    {
        var third = Third(seconds);
        var graph = string.Join(';',
            "[0:v:0]setpts=PTS-STARTPTS,split=5[a][b][c][d][e]",
            $"[a]trim=start={N(third)}:end={N(third + 1)},{Still},thumbnail=n=24,trim=end_frame=1[poster]",
            $"[b]trim=end_frame=1,{Still}[first]",
            $"[c]trim=start={N(Math.Max(0, seconds - 0.5))},{Still},reverse,trim=end_frame=1[last]",
            $"[d]trim=start={N(third)}:end={N(third + 3)},setpts=PTS-STARTPTS,fps=12,{Even}[preview]",
            $"[e]fps={N(StripFrames / Math.Max(seconds, 0.1))},{Tiny},tile={StripFrames}x1[strip]");
        return
        [
            "-v", "error", .. MediaArguments.Input(video), "-filter_complex", graph,
            .. WebP("[poster]", files.Poster), .. WebP("[first]", files.FirstFrame), .. WebP("[last]", files.LastFrame),
            "-map", "[preview]", .. H264, "-y", To(files.Preview),
            .. WebP("[strip]", files.Filmstrip),
        ];
    }

    // The few frames of a very short one may all lie before its third.
    private static double Third(double seconds) => seconds < 1 ? 0 : seconds / 3;

    // Sought, not decoded from the beginning: it can be had of a video that is too long for all the others.
    private static IEnumerable<string> PosterAlone(string video, double seconds, string poster) =>
    [
        "-v", "error", "-ss", N(Third(seconds)), .. MediaArguments.Input(video), "-filter_complex", $"[0:v:0]{Still},thumbnail=n=24[poster]", .. WebP("[poster]", poster),
    ];

    private static IEnumerable<string> WebP(string picture, string path) =>
        ["-map", picture, "-frames:v", "1", "-c:v", "libwebp", "-quality", "82", "-compression_level", "2", "-f", "webp", "-y", To(path)];

    private static string To(string path) => "file:" + Path.GetFullPath(path);

    private static string N(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private async Task<bool> TryAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            await process.RunAsync(MediaTool.Ffmpeg, arguments, Timeout, cancellationToken);
            return true;
        }
        catch (MediaException fault)
        {
            LogNotMade(fault.Message, fault.ToolOutput);
            return false;
        }
    }

    // Where there was no frame, FFmpeg leaves a file that is none; it goes.
    private static PictureHeader? HeaderOf(string path)
    {
        if (!File.Exists(path)) return null;
        using (var file = File.OpenRead(path))
        {
            if (PictureHeader.Read(file) is { } header) return header;
        }

        File.Delete(path);
        return null;
    }

    private sealed class Paths(string start)
    {
        public string Poster { get; } = start + ".poster";
        public string FirstFrame { get; } = start + ".first";
        public string LastFrame { get; } = start + ".last";
        public string Preview { get; } = start + ".preview";
        public string Filmstrip { get; } = start + ".strip";

        public void Delete()
        {
            foreach (var path in new[] { Poster, FirstFrame, LastFrame, Preview, Filmstrip }) File.Delete(path);
        }
    }

    [LoggerMessage(240, LogLevel.Warning, "Not all pictures of a video could be made: {Reason} {Output}")]
    private partial void LogNotMade(string reason, string output);
}
