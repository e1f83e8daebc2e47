using System.Buffers.Binary;
using Kinora.Sandbox.Tests.Rendering;

namespace Kinora.Sandbox.Tests;

/// <summary>Media that are not what they seem: the task fails in KIE's words and the credits come back, or the video is made all the same.</summary>
public sealed class HostileMediaTests : IAsyncLifetime
{
    private readonly Studio _studio = new();
    private Caller _caller = null!;
    private Inbox _inbox = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_caller, _inbox) = (await Caller.StartAsync(), await Inbox.StartAsync());

    [Fact]
    public async Task Pictures_that_cannot_be_used_make_the_task_fail()
    {
        var whole = await File.ReadAllBytesAsync((await _studio.PictureAsync("testsrc2=s=300x300")).Path, Stop);
        var damaged = (byte[])whole.Clone();
        damaged.AsSpan(60).Fill(0x5A);

        await ShouldFailAsync(
            "kling/v2-1-standard", "image_url", "p.png", Sized(whole, 20_000, 20_000), Sized(whole, 8000, 8000), damaged, await AnimationAsync("gif"),
            await AnimationAsync("webp"), whole[..24], []);
    }

    [Fact]
    public async Task Videos_that_cannot_be_used_make_the_task_fail()
    {
        var video = await File.ReadAllBytesAsync((await _studio.VideoAsync("testsrc2=s=160x90", 3)).Path, Stop);
        var sound = await File.ReadAllBytesAsync((await _studio.SoundAsync("sine", 1, "m4a")).Path, Stop);
        var damaged = (byte[])video.Clone();
        var frames = damaged.AsSpan().IndexOf("mdat"u8) + 4;
        damaged.AsSpan(frames, damaged.AsSpan().IndexOf("moov"u8) - 4 - frames).Clear();

        await ShouldFailAsync("topaz/video-upscale", "video_url", "v.mp4", sound, damaged, video[..(video.Length / 2)], "RIFF\0\0\0\0AVI LIST"u8.ToArray());
    }

    [Fact]
    public async Task Sounds_without_anything_to_hear_make_the_task_fail()
    {
        var wav = await File.ReadAllBytesAsync((await _studio.SoundAsync("sine", 1)).Path, Stop);
        var silentVideo = await File.ReadAllBytesAsync((await _studio.VideoAsync("testsrc2=s=64x64", 1)).Path, Stop);
        var picture = await _caller.UploadAsync((await _studio.PictureAsync("color=red:s=64x64")).Path);

        await ShouldFailAsync(
            "infinitalk/from-audio", "audio_url", "s.wav", new() { ["prompt"] = "x", ["image_url"] = picture }, [wav[..78], silentVideo, [.. wav.Take(12)]]);
    }

    [Theory]
    [InlineData("avi", "-c:v mpeg4", 160, 90)]
    [InlineData("mov", "-c:v prores_ks -pix_fmt yuv422p10le", 160, 90)]
    [InlineData("mkv", "-c:v ffv1 -pix_fmt gray", 160, 90)]
    [InlineData("mp4", "-c:v libx264 -vf setsar=2 -r 1", 160, 90)]
    public async Task Unusual_videos_are_taken(string extension, string options, int width, int height)
    {
        var file = await _studio.FfmpegAsync(extension, ["-f", "lavfi", "-i", "testsrc2=s=160x90:r=12", "-t", "2", .. options.Split(' ')]);

        var input = new { prompt = "x", video_url = await _caller.UploadAsync(file), resolution = "720p" };
        var taskId = await _caller.CreateAsync("wan/2-7-videoedit", input, _inbox.Address);

        await _inbox.NextAsync();
        (await _caller.RecordAsync(taskId))["state"]!.GetValue<string>().ShouldBe("success");
        var facts = await _caller.ProbeAsync(new Uri(_caller.Http.BaseAddress!, $"/files/{taskId}/video.mp4"));
        (facts.Width, facts.Height).ShouldBe((width, height));
    }

    private Task ShouldFailAsync(string model, string field, string name, params byte[][] files) =>
        ShouldFailAsync(model, field, name, new() { ["prompt"] = "x" }, files);

    private async Task ShouldFailAsync(string model, string field, string name, Dictionary<string, object> input, byte[][] files)
    {
        foreach (var (index, file) in files.Index())
        {
            input[field] = await _caller.UploadAsync("hostile", $"{index}{name}", file);
            var taskId = await _caller.CreateAsync(model, input, _inbox.Address);
            await _inbox.NextAsync();
            var record = await _caller.RecordAsync(taskId);
            (record["state"]!.GetValue<string>(), record["failCode"]!.GetValue<string>()).ShouldBe(("fail", "400"), $"file {index}: {record.ToJsonString()}");
        }

        (await _caller.CreditAsync()).ShouldBe(100_000);
    }

    private async Task<byte[]> AnimationAsync(string format)
    {
        string[] codec = format == "webp" ? ["-c:v", "libwebp_anim"] : [];
        return await File.ReadAllBytesAsync(await _studio.FfmpegAsync(format, ["-f", "lavfi", "-i", "testsrc2=s=64x64:r=5", "-t", "1", .. codec]), Stop);
    }

    // The same picture with a header that lies.
    private static byte[] Sized(byte[] png, int width, int height)
    {
        var lie = (byte[])png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(lie.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(lie.AsSpan(20), height);
        return lie;
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _inbox.DisposeAsync();
        _studio.Dispose();
    }
}
