using Kinora.Core.Media;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Rendering;

/// <summary>Renders videos with FFmpeg: H.264 and, with sound, AAC, ready to play while loading. The same plan gives the same video.</summary>
internal sealed partial class ClipRenderer
{
    private const int LargestStage = 2_100_000;

    private readonly MediaProcess _process;
    private readonly ILogger<ClipRenderer> _logger;
    private readonly string _workFolder;
    private readonly Font? _font;

    /// <param name="workFolder">For files in the making; emptied here.</param>
    public ClipRenderer(MediaProcess process, string workFolder, ILogger<ClipRenderer> logger)
    {
        (_process, _workFolder, _logger) = (process, workFolder, logger);
        if (Directory.Exists(workFolder)) Directory.Delete(workFolder, recursive: true);
        Directory.CreateDirectory(workFolder);

        // A copy by a plain relative name: no path of the system has to be quoted for the filter.
        _font = FontFile.Find();
        if (_font is not null) File.Copy(_font.Path, Path.Combine(workFolder, Lettering.FontName));
        else NoFont();
    }

    /// <summary>Renders into <paramref name="target"/>, which is there only when it is whole.</summary>
    /// <exception cref="MediaException">FFmpeg is missing or failed.</exception>
    public async Task RenderAsync(RenderPlan plan, string target, CancellationToken cancellationToken)
    {
        var folder = NewFolder();
        try
        {
            var (graph, stage) = (new FilterGraph(), Stage(plan));
            var film = await ShootAsync(stage, graph, folder, cancellationToken);
            if (plan.Regraded) film = FilmEffects.Regrade(stage, graph, film);
            if (plan.Style.Length > 0) film = FilmEffects.Tint(stage, graph, film);
            for (var i = 0; i < plan.Insets.Count; i++) film = FilmEffects.Inset(stage, graph, film, i);

            var sound = await ClipSound.RecordAsync(plan, graph, folder, cancellationToken);
            if (plan.Waves && sound is not null)
            {
                graph.Chain(sound + "asplit=2[heard][seen]");
                film = FilmEffects.Waves(stage, graph, film, "[seen]");
                sound = "[heard]";
            }

            if (stage != plan) film = graph.Then(film, $"scale={plan.Width}:{plan.Height}:flags=bicubic");

            if (_font is not null) film = graph.Then(film, await Lettering.SetAsync(plan, _font, folder, cancellationToken));
            string[] heard = sound is null ? ["-an"] : ["-map", sound, "-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k"];
            await _process.RunAsync(
                MediaTool.Ffmpeg,
                [
                    "-v", "error", "-abort_on", "empty_output", "-filter_complex_threads", Threads(plan), .. graph.Arguments, "-map", film, .. heard,
                    .. Encoding(plan), "-y", "clip.mp4",
                ],
                Timeout(plan),
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

    // The shots or a landscape; with several scenes, further landscapes after it.
    private static async Task<string> ShootAsync(RenderPlan plan, FilterGraph graph, string folder, CancellationToken cancellationToken)
    {
        if (plan.Scenes.Count == 0) return await ShootAsync(plan, 0);
        var (scenes, seconds, shot) = ("", 0.0, 0);
        for (var i = 0; i < plan.Scenes.Count; i++)
        {
            // Cuts fall on frames, and no rounding adds up.
            seconds += plan.Scenes[i].Seconds;
            var frames = Math.Max(1, (int)Math.Round(seconds * RenderPlan.FrameRate) - shot);
            var part = plan with { Seconds = frames / (double)RenderPlan.FrameRate, Prompt = plan.Scenes[i].Prompt };
            scenes += graph.Then(await ShootAsync(part, i), $"setsar=1,trim=end_frame={frames}");
            shot += frames;
        }

        return graph.Then(scenes, $"concat=n={plan.Scenes.Count}:v=1:a=0");

        async Task<string> ShootAsync(RenderPlan part, int scene) => scene == 0 && part.Shots.Count > 0
            ? ReelFilm.Shoot(part, graph)
            : await SceneryFilm.ShootAsync(part, scene, graph, folder, cancellationToken);
    }

    // Beyond full HD everything is shot smaller, or time and memory would be four times as much for a picture that looks the same: at half the size, and at a
    // third where shots dissolve into each other, since each of them keeps many frames waiting.
    private static RenderPlan Stage(RenderPlan plan)
    {
        if (!IsLarge(plan)) return plan;
        var part = plan.Shots.Count > 1 ? 6 : 4;
        return plan with { Width = plan.Width / part * 2, Height = plan.Height / part * 2 };
    }

    private static bool IsLarge(RenderPlan plan) => plan.Width * plan.Height > LargestStage;

    // What is small is done sooner by one thread than it is handed around.
    private static string Threads(RenderPlan plan) => plan.Fast ? "1" : "2";

    // Five minutes for each minute of video, and no less.
    private static TimeSpan Timeout(RenderPlan plan) => TimeSpan.FromMinutes(5 * Math.Max(1, plan.Seconds / 60));

    private static IEnumerable<string> Encoding(RenderPlan plan) =>
    [
        "-t", $"{plan.Seconds:0.###}", "-r", $"{RenderPlan.FrameRate}",
        "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "22", "-g", $"{RenderPlan.FrameRate * 2}",
        "-preset", plan.Fast || IsLarge(plan) || plan.Seconds > 60 ? "ultrafast"
            : plan.Width * plan.Height > 1_000_000 ? "superfast" : "veryfast",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
        // Threads that share a frame hold fewer of them than threads with a frame each.
        "-threads", Threads(plan), .. IsLarge(plan) ? ["-x264-params", "sliced-threads=1"] : Array.Empty<string>(),
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1",
        "-movflags", "+faststart", "-f", "mp4",
    ];

    [LoggerMessage(1, LogLevel.Warning, "No font was found, so videos carry no caption and no watermark. A package such as fonts-dejavu-core has one.")]
    private partial void NoFont();
}
