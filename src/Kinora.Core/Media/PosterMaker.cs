namespace Kinora.Core.Media;

/// <summary>Makes the still picture that stands for a video.</summary>
public sealed class PosterMaker(MediaProcess process, Ffprobe ffprobe)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Writes a WebP of at most 1280 pixels on its long side: the most typical frame just after the first third, where openings from black are over.</summary>
    /// <exception cref="MediaException">The video cannot be read.</exception>
    public async Task MakeAsync(string videoPath, string posterPath, CancellationToken cancellationToken)
    {
        var facts = await ffprobe.ProbeAsync(videoPath, cancellationToken);
        await process.RunAsync(
            MediaTool.Ffmpeg,
            [
                "-v", "error",
                "-ss", (facts.DurationSeconds / 3).ToString("0.###"),
                .. MediaArguments.Input(videoPath),
                "-vf", "scale=w='min(1280,iw)':h='min(1280,ih)':force_original_aspect_ratio=decrease,thumbnail=n=24",
                "-an", "-frames:v", "1", "-c:v", "libwebp", "-quality", "82", "-f", "webp", "-y", "file:" + Path.GetFullPath(posterPath),
            ],
            Timeout,
            cancellationToken);
        if (!File.Exists(posterPath)) throw new MediaException(MediaFailure.Failed, "The video has no frame to show.");
    }
}
