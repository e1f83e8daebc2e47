using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Takes single frames out of videos.</summary>
internal sealed class StillMaker(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Writes the frame at a time, as PNG or JPEG by the target's name; the first one where there is none.</summary>
    /// <exception cref="MediaException">The video has no frames that can be read.</exception>
    public async Task TakeAsync(string video, double seconds, string target, CancellationToken cancellationToken)
    {
        await GrabAsync(video, seconds, target, cancellationToken);
        if (!File.Exists(target) && seconds > 0) await GrabAsync(video, 0, target, cancellationToken);
        if (!File.Exists(target)) throw new MediaException(MediaFailure.NotMedia, "it is a video without frames.");
    }

    private Task GrabAsync(string video, double seconds, string target, CancellationToken cancellationToken)
    {
        // JPEG has one colour matrix and the full range, whatever the video has.
        string[] codec = target.EndsWith(".png", StringComparison.Ordinal)
            ? ["-c:v", "png", "-compression_level", "1"]
            : ["-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p", "-c:v", "mjpeg", "-q:v", "3"];
        return process.RunAsync(
            MediaTool.Ffmpeg,
            [
                "-v", "error", "-ss", $"{seconds:0.###}", .. MediaArguments.Input(video),
                "-map", "0:V:0", "-frames:v", "1", .. codec, "-f", "image2", "-update", "1", "-y", "file:" + Path.GetFullPath(target),
            ],
            Timeout,
            cancellationToken);
    }
}
