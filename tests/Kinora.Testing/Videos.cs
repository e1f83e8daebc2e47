using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Kinora.Testing;

/// <summary>Real videos with sound, 640 × 360 pixels at 10 frames per second, rendered once by FFmpeg.</summary>
public static class Videos
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<byte[]>>> Made = new();

    /// <summary>An MP4 file of so many seconds.</summary>
    public static Task<byte[]> OfAsync(int seconds) => Made.GetOrAdd(seconds, length => new(() => RenderAsync(length))).Value;

    private static async Task<byte[]> RenderAsync(int seconds)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kinora-video-{Guid.NewGuid():N}.mp4");
        var length = seconds.ToString(CultureInfo.InvariantCulture);
        try
        {
            string[] arguments =
            [
                "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=10:d=" + length, "-f", "lavfi", "-i", "sine=d=" + length,
                "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-t", length, "-movflags", "+faststart", path,
            ];
            using var ffmpeg = Process.Start("ffmpeg", arguments);
            await ffmpeg.WaitForExitAsync();
            return await File.ReadAllBytesAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
