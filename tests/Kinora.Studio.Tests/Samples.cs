using System.Diagnostics;
using Microsoft.Playwright;

namespace Kinora.Studio.Tests;

/// <summary>Files that a person might give; clips and voices are made by FFmpeg, once.</summary>
internal static class Samples
{
    private static readonly Lazy<Task<byte[]>> Film = new(() => MakeAsync("mp4", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=24:d=4", "-pix_fmt", "yuv420p", "-movflags", "+faststart"));
    private static readonly Lazy<Task<byte[]>> Tone = new(() => MakeAsync("mp3", "-f", "lavfi", "-i", "sine=d=4"));

    public static FilePayload Picture(string name = "frame.png", int width = 640, int height = 360) =>
        new() { Name = name, MimeType = "image/png", Buffer = Tests.Picture.Png(width, height) };

    /// <summary>Four seconds of moving pictures.</summary>
    public static async Task<FilePayload> ClipAsync() => new() { Name = "clip.mp4", MimeType = "video/mp4", Buffer = await Film.Value };

    /// <summary>Four seconds of sound.</summary>
    public static async Task<FilePayload> VoiceAsync() => new() { Name = "voice.mp3", MimeType = "audio/mpeg", Buffer = await Tone.Value };

    private static async Task<byte[]> MakeAsync(string extension, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kinora-sample-{Guid.NewGuid():N}.{extension}");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", .. arguments, path]);
        await ffmpeg.WaitForExitAsync(CancellationToken.None);
        ffmpeg.ExitCode.ShouldBe(0);
        var content = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return content;
    }
}
