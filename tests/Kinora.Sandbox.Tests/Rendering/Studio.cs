using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Sandbox.Tests.Rendering;

/// <summary>A renderer on a folder of its own, and the eyes to look at what it made.</summary>
internal sealed class Studio : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(byte[] Bytes, MediaFacts Facts)>>> Samples = new();

    private readonly MediaProcess _process = new(TimeProvider.System);
    private readonly ClipRenderer _renderer;

    public Studio() => _renderer = new ClipRenderer(_process, this["work"], NullLogger<ClipRenderer>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kinora-studio-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public async Task<string> RenderAsync(RenderPlan plan)
    {
        var video = this[$"{Guid.NewGuid():N}.mp4"];
        await _renderer.RenderAsync(plan, video, Stop);
        return video;
    }

    public Task<MediaFacts> ProbeAsync(string path) => new Ffprobe(_process).ProbeAsync(path, Stop);

    /// <summary>Looks at a file by one call of ffprobe.</summary>
    public async Task<Glance> GlanceAsync(byte[] file)
    {
        var path = this[$"{Guid.NewGuid():N}.file"];
        await File.WriteAllBytesAsync(path, file, Stop);
        return Glance.Read(await _process.RunAsync(
            MediaTool.Ffprobe,
            ["-v", "error", "-of", "json", "-show_entries", "format=duration:stream=codec_type,width,height", path],
            TimeSpan.FromSeconds(20),
            Stop));
    }

    /// <summary>A picture of one source of FFmpeg, such as <c>testsrc2=s=320x180</c>.</summary>
    public async Task<Picture> PictureAsync(string source, string extension = "png")
    {
        var (path, facts) = await SampleAsync(extension, "-f", "lavfi", "-i", source, "-frames:v", "1");
        return new Picture(path, facts.ContentType, facts.Width, facts.Height);
    }

    /// <summary>A video of one source of FFmpeg, such as <c>testsrc2=s=320x180</c>, with a tone or silent.</summary>
    public async Task<Footage> VideoAsync(string source, double seconds, bool sound = false, string extension = "mp4")
    {
        string[] tone = sound ? ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100"] : [];
        var (path, facts) = await SampleAsync(extension, ["-f", "lavfi", "-i", source, .. tone, "-t", $"{seconds:0.###}", "-pix_fmt", "yuv420p"]);
        return new Footage(path, facts.Width, facts.Height, facts.DurationSeconds, sound);
    }

    /// <summary>A sound of one source of FFmpeg, such as <c>sine=frequency=440</c>.</summary>
    public async Task<Recording> SoundAsync(string source, double seconds, string extension = "wav") =>
        new((await SampleAsync(extension, "-f", "lavfi", "-i", source, "-t", $"{seconds:0.###}")).Path, seconds);

    // Each is made and measured once for all tests, and every test has a file of its own.
    private async Task<(string Path, MediaFacts Facts)> SampleAsync(string extension, params string[] arguments)
    {
        var made = Samples.GetOrAdd(string.Join(' ', arguments) + "." + extension, _ => new(() => MakeAsync(extension, arguments)));
        var (bytes, facts) = await made.Value;
        var path = this[$"{Guid.NewGuid():N}.{extension}"];
        await File.WriteAllBytesAsync(path, bytes, Stop);
        return (path, facts);
    }

    private static async Task<(byte[] Bytes, MediaFacts Facts)> MakeAsync(string extension, string[] arguments)
    {
        using var studio = new Studio();
        var path = await studio.FfmpegAsync(extension, arguments);
        return (await File.ReadAllBytesAsync(path, Stop), await studio.ProbeAsync(path));
    }

    /// <summary>How often the sound of a file swings through zero in its second second: twice the pitch of a tone.</summary>
    public async Task<int> ListenAsync(string path)
    {
        var raw = this[$"{Guid.NewGuid():N}.raw"];
        await FfmpegAsync("-ss", "1", "-t", "1", "-i", path, "-vn", "-ac", "1", "-ar", "8000", "-f", "s16le", raw);
        var samples = MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(raw, Stop)).ToArray();
        return samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);
    }

    /// <summary>16 × 9 pixels of red, green and blue of the frame at a time.</summary>
    public async Task<byte[]> LookAsync(string path, double seconds = 0)
    {
        var raw = this[$"{Guid.NewGuid():N}.raw"];
        string[] seek = seconds == 0 ? [] : ["-ss", $"{seconds:0.###}"];
        await FfmpegAsync([.. seek, "-i", path, "-vf", "format=rgb24,scale=16:9:flags=area", "-frames:v", "1", "-f", "rawvideo", raw]);
        return await File.ReadAllBytesAsync(raw, Stop);
    }

    /// <summary>The frame at a time, larger than <see cref="LookAsync"/> shows it.</summary>
    public async Task<Sight> SeeAsync(string path, double seconds = 0)
    {
        var raw = this[$"{Guid.NewGuid():N}.raw"];
        string[] seek = seconds == 0 ? [] : ["-ss", $"{seconds:0.###}"];
        await FfmpegAsync([.. seek, "-i", path, "-vf", $"format=rgb24,scale={Sight.Width}:{Sight.Height}:flags=area", "-frames:v", "1", "-f", "rawvideo", raw]);
        return new Sight(await File.ReadAllBytesAsync(raw, Stop));
    }

    /// <summary>How loud a file is in each twentieth of a second.</summary>
    public async Task<double[]> LoudnessAsync(string path)
    {
        var raw = this[$"{Guid.NewGuid():N}.raw"];
        await FfmpegAsync("-i", path, "-vn", "-ac", "1", "-ar", "8000", "-f", "s16le", raw);
        var samples = MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(raw, Stop)).ToArray();
        return [.. samples.Chunk(400).Select(part => Math.Sqrt(part.Average(sample => (double)sample * sample)))];
    }

    /// <summary>How far two looks are apart on average, from 0 to 255.</summary>
    public static double Distance(byte[] one, byte[] other)
    {
        one.Length.ShouldBe(other.Length);
        return one.Zip(other, (a, b) => Math.Abs(a - b)).Average();
    }

    /// <summary>A file of whatever FFmpeg makes of the arguments.</summary>
    public async Task<string> FfmpegAsync(string extension, IEnumerable<string> arguments)
    {
        var path = this[$"{Guid.NewGuid():N}.{extension}"];
        await FfmpegAsync([.. arguments, path]);
        return path;
    }

    private Task FfmpegAsync(params string[] arguments) =>
        _process.RunAsync(MediaTool.Ffmpeg, ["-v", "error", "-y", .. arguments], TimeSpan.FromSeconds(30), Stop);

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
