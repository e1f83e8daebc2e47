using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests;

/// <summary>A provider's file host with one real video, <c>clip.mp4</c>.</summary>
internal sealed class ClipOrigin : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _path;

    private ClipOrigin(WebApplication app, string path) => (_app, _path) = (app, path);

    public Uri Url => new(_app.Urls.First());
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ClipOrigin> StartAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"kinora-clip-{Guid.NewGuid():N}.mp4");
        await RenderAsync(path);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/clip.mp4", () => Results.File(path, "video/mp4"));
        await app.StartAsync(Stop);
        return new(app, path);
    }

    public Task<byte[]> BytesAsync() => File.ReadAllBytesAsync(_path, Stop);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_path);
    }

    private static async Task RenderAsync(string path)
    {
        string[] arguments = ["-v", "error", "-f", "lavfi", "-i", "testsrc=s=160x90:d=1:r=10", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path];
        using var ffmpeg = Process.Start("ffmpeg", arguments);
        await ffmpeg.WaitForExitAsync(Stop);
        ffmpeg.ExitCode.ShouldBe(0);
    }
}
