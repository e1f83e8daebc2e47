using System.Globalization;

namespace Kinora.Core.Media;

/// <summary>Cuts a part out of a video, exact to the frame: H.264 with AAC in an MP4 file, at its full size.</summary>
public sealed class ClipCutter(MediaProcess process)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How many times as long as it is to be seen a clip may take: large frames on a small machine are slow.</summary>
    private const int Slowest = 4;

    /// <param name="start">In seconds from the beginning of the video.</param>
    /// <param name="end">The same; the frame that begins then is not in it any more.</param>
    /// <param name="maxBytes">Where the file is broken off at the latest.</param>
    /// <exception cref="MediaException">It cannot be decoded, or takes too long.</exception>
    public Task CutAsync(string videoPath, double start, double end, long maxBytes, string target, CancellationToken cancellationToken) => process.RunAsync(
        MediaTool.Ffmpeg, Arguments(videoPath, start, end - start, maxBytes, target), Patience + TimeSpan.FromSeconds(Slowest * (end - start)), cancellationToken);

    // Square pixels and even sides, which every player and every provider takes.
    private static IEnumerable<string> Arguments(string video, double start, double length, long maxBytes, string target) =>
    [
        "-v", "error", "-ss", N(start), .. MediaArguments.Input(video), "-t", N(length), "-map", "0:v:0", "-map", "0:a:0?",
        "-vf", "scale=w='max(2,trunc(iw*sar/2)*2)':h='max(2,trunc(ih/2)*2)',setsar=1",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k", "-ac", "2",
        "-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-fs", N(maxBytes), "-f", "mp4", "-y", "file:" + Path.GetFullPath(target),
    ];

    private static string N(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
