using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Sandbox;
using Kinora.Sandbox.Tests;
using Kinora.Sandbox.Tests.Wire;
using Kinora.Testing;

namespace Kinora.Server.Tests.Kie;

/// <summary>Kinora with the sandbox inside, as KIE's clients meet it; with a picture and a clip of its own to name in requests.</summary>
public sealed class KieServer : IAsyncLifetime
{
    private const int MostReadings = 3000;

    private readonly Dictionary<string, string> _media = [];
    private TestServer? _server;
    private HttpClient? _http;

    internal TestServer Server => _server!;
    internal HttpClient Http => _http!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.WithSandboxAsync(options => options with
        {
            SandboxRender = SandboxRender.None, FetchAllow = ["127.0.0.1", "localhost"], InitialCredits = 1_000_000,
        });
        _http = _server.CreateClient();
        _media[".jpg"] = _media[".png"] = await UploadAsync("fox.png", PlainPng.Of(640, 640));
        _media[".mp4"] = await UploadAsync("clip.mp4", await ClipAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    internal async Task<WireDay> StartDayAsync() =>
        new(Http, await Inbox.StartAsync(), EndAsync, address => Task.FromResult(_media[Path.GetExtension(address)]));

    /// <summary>Waits until a task is final, and answers its jobs record.</summary>
    internal async Task<JsonNode> EndAsync(string taskId)
    {
        for (var readings = 0; readings < MostReadings; readings++)
        {
            var record = (await Http.GetJsonAsync("/api/v1/jobs/recordInfo?taskId=" + taskId))["data"]!;
            if (record.Text("state") is "success" or "fail") return record;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }

        throw new TimeoutException($"{taskId} never became final.");
    }

    /// <summary>Uploads a file and answers its address.</summary>
    internal async Task<string> UploadAsync(string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name }, { new StringContent("media"), "uploadPath" } };
        using var answer = await Http.PostAsync("/api/file-stream-upload", form, Stop);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        told["code"]!.GetValue<int>().ShouldBe(200, told.ToJsonString());
        return told["data"]!.Text("downloadUrl");
    }

    private static async Task<byte[]> ClipAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"kinora-clip-{Guid.NewGuid():N}.mp4");
        string[] arguments = ["-v", "error", "-f", "lavfi", "-i", "testsrc=s=640x360:d=5:r=10", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path];
        using var ffmpeg = Process.Start("ffmpeg", arguments);
        await ffmpeg.WaitForExitAsync(Stop);
        try
        {
            return await File.ReadAllBytesAsync(path, Stop);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
