using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Takes the last frame of a video, for what continues it.</summary>
internal sealed class LastFrame(MediaProcess process)
{
    // Where it is looked for, from the end, in seconds: usually there are frames in the first; each that is looked at costs time.
    private static readonly double[] Tails = [0.2, 2, double.MaxValue];

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Writes it into a folder.</summary>
    /// <exception cref="MediaException">The video has no frames that can be read.</exception>
    public async Task<Picture> TakeAsync(Footage footage, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.png");
        foreach (var tail in Tails)
        {
            // Where the last frame stands long, or the length was told wrong, there is none near the end.
            var seek = Math.Max(0, footage.Seconds - tail);
            await GrabAsync(footage, seek, path, cancellationToken);
            if (File.Exists(path) || seek == 0) break;
        }

        return File.Exists(path)
            ? new Picture(path, "image/png", footage.Width, footage.Height)
            : throw new MediaException(MediaFailure.NotMedia, "it is a video without frames.");
    }

    // Each frame takes the place of the one before, so that the last one remains.
    private Task GrabAsync(Footage footage, double seek, string path, CancellationToken cancellationToken) => process.RunAsync(
        MediaTool.Ffmpeg,
        [
            "-v", "error", "-ss", $"{seek:0.###}", .. MediaArguments.Input(footage.Path),
            "-map", "0:V:0", "-c:v", "png", "-compression_level", "1", "-f", "image2", "-update", "1", "-y", "file:" + path,
        ],
        Timeout,
        cancellationToken);
}
