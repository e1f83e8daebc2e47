using Kinora.Core.Media;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Rendering;

/// <summary>Renders videos with FFmpeg: H.264 and, with sound, AAC, ready to play while loading. The same plan gives the same video.</summary>
internal sealed partial class ClipRenderer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private readonly MediaProcess _process;
    private readonly ILogger<ClipRenderer> _logger;
    private readonly string _workFolder;
    private readonly bool _hasFont;

    /// <param name="workFolder">For files in the making; emptied here.</param>
    public ClipRenderer(MediaProcess process, string workFolder, ILogger<ClipRenderer> logger)
    {
        (_process, _workFolder, _logger) = (process, workFolder, logger);
        if (Directory.Exists(workFolder)) Directory.Delete(workFolder, recursive: true);
        Directory.CreateDirectory(workFolder);

        // A copy by a plain relative name: no path of the system has to be quoted for the filter.
        var font = FontFile.Find();
        _hasFont = font is not null;
        if (font is not null) File.Copy(font, Path.Combine(workFolder, "font"));
        else NoFont();
    }

    /// <summary>Renders into <paramref name="target"/>, which is there only when it is whole.</summary>
    /// <exception cref="MediaException">FFmpeg is missing or failed.</exception>
    public async Task RenderAsync(RenderPlan plan, string target, CancellationToken cancellationToken)
    {
        var folder = NewFolder();
        try
        {
            var graph = new FilterGraph();
            if (plan.Pictures.Count > 0) PictureFilm.Shoot(plan, graph);
            else await SceneryFilm.ShootAsync(plan, graph, folder, cancellationToken);

            graph.Chain($"[picture]{(_hasFont ? await Lettering.SetAsync(plan, folder, cancellationToken) : "null")}[video]");
            var sound = plan.Sound ? await SoundAsync(plan, graph, folder, cancellationToken) : ["-an"];
            await _process.RunAsync(
                MediaTool.Ffmpeg,
                ["-v", "error", .. graph.Arguments, "-map", "[video]", .. sound, .. Encoding(plan), "-y", "clip.mp4"],
                Timeout,
                folder,
                cancellationToken);
            File.Move(Path.Combine(folder, "clip.mp4"), target, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A new folder for files in the making; the caller deletes it, or the next start does.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_workFolder, Guid.NewGuid().ToString("N"))).FullName;

    private static async Task<IEnumerable<string>> SoundAsync(RenderPlan plan, FilterGraph graph, string folder, CancellationToken cancellationToken)
    {
        var samples = PadSound.Make(Dice.From(plan.Prompt + "\nsound", plan.Seed), plan.Seconds);
        await File.WriteAllBytesAsync(Path.Combine(folder, "sound.raw"), samples, cancellationToken);
        var input = graph.Raw("sound.raw", "-f", "s16le", "-ar", $"{PadSound.Rate}", "-ac", "2");
        return ["-map", $"{input}:a", "-c:a", "aac", "-b:a", "128k"];
    }

    private static IEnumerable<string> Encoding(RenderPlan plan) =>
    [
        "-t", $"{plan.Seconds:0.###}", "-r", $"{RenderPlan.FrameRate}",
        "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "22", "-g", $"{RenderPlan.FrameRate * 2}",
        "-preset", plan.Fast || plan.Width * plan.Height > 2_100_000 ? "ultrafast" : plan.Width * plan.Height > 1_000_000 ? "superfast" : "veryfast",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
        "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1",
        "-movflags", "+faststart", "-f", "mp4",
    ];

    [LoggerMessage(1, LogLevel.Warning, "No font was found, so videos carry no caption and no watermark. A package such as fonts-dejavu-core has one.")]
    private partial void NoFont();
}
