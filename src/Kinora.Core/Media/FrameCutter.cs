using System.Globalization;

namespace Kinora.Core.Media;

/// <summary>Cuts a single frame out of a video, at its full size.</summary>
public sealed class FrameCutter(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Writes a JPEG, which every model that takes a picture takes.</summary>
    /// <param name="facts">Of the video.</param>
    /// <param name="at">The frame that is seen at this time, in seconds from 0 to the length of the video; null for the last one.</param>
    /// <exception cref="MediaException">There is no such frame, or the tool failed.</exception>
    public async Task CutAsync(string videoPath, MediaFacts facts, double? at, string picturePath, CancellationToken cancellationToken)
    {
        File.Delete(picturePath);
        await process.RunAsync(MediaTool.Ffmpeg, Arguments(videoPath, facts, at, picturePath), Timeout, cancellationToken);
        if (!File.Exists(picturePath)) throw new MediaException(MediaFailure.Failed, "The video has no frame at this time.");
    }

    // Each frame of the last moment before the time is written over the one before it, so that the one that is still seen then remains.
    private static IEnumerable<string> Arguments(string video, MediaFacts facts, double? at, string picture)
    {
        var end = Math.Min(at ?? facts.DurationSeconds, facts.DurationSeconds);
        var start = Math.Max(0, end - Math.Max(0.5, facts.FrameRate > 0 ? 2 / facts.FrameRate : 0));
        IEnumerable<string> until = end <= 0 ? ["-frames:v", "1"] : ["-vf", $"trim=end={N(end - start + 0.001)}"];
        return
        [
            "-v", "error", "-ss", N(start), .. MediaArguments.Input(video), "-map", "0:v:0", .. until,
            "-fps_mode", "passthrough", "-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1", "-y", "file:" + Path.GetFullPath(picture),
        ];
    }

    private static string N(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
