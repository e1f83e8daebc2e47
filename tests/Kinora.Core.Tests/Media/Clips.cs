using System.Collections.Concurrent;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

/// <summary>A folder of small real media files, made by FFmpeg and deleted afterwards.</summary>
internal sealed class Clips : IDisposable
{
    /// <summary>Inputs of ffmpeg: 2 seconds of pictures at 24 per second, and of sound.</summary>
    public static readonly string[] Film = ["-f", "lavfi", "-i", "testsrc2=s=64x36:r=24:d=2"];
    public static readonly string[] Tone = ["-f", "lavfi", "-i", "sine=d=2"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Made = new();

    public MediaProcess Process { get; } = new(TimeProvider.System);

    public string Folder { get; } = Directory.CreateTempSubdirectory("kinora-clips-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Renders the arguments, the output file being last.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        await Process.RunAsync(MediaTool.Ffmpeg, ["-v", "error", .. arguments, "-y", this[name]], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return this[name];
    }

    /// <summary>A file of two seconds, or a picture of 64 × 36 pixels, in the format that the extension names. Each is made once.</summary>
    public static Task<byte[]> OfAsync(string extension) => Made.GetOrAdd(extension, _ => new(() => MakeOfAsync(extension))).Value;

    /// <summary>The same as a file of this folder.</summary>
    public async Task<string> SaveAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(this[name], content, TestContext.Current.CancellationToken);
        return this[name];
    }

    private static async Task<byte[]> MakeOfAsync(string extension)
    {
        using var clips = new Clips();
        string[] arguments = extension switch
        {
            "png" or "jpg" or "webp" => [.. Film, "-frames:v", "1"],
            "mp3" or "wav" or "m4a" or "aac" or "ogg" or "flac" => Tone,
            _ => [.. Film, .. Tone, "-shortest"],
        };
        return await File.ReadAllBytesAsync(await clips.MakeAsync("a." + extension, arguments));
    }

    public void Dispose()
    {
        Process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
