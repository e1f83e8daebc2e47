using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Media;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Sandbox.Tests;

/// <summary>A sandbox on a loopback port, and a plain HTTP client that calls it: no code is shared with the server half.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private readonly KinoraSandbox _sandbox;
    private readonly MediaProcess _media;

    private Caller(KinoraSandbox sandbox, MediaProcess media)
    {
        (_sandbox, _media) = (sandbox, media);
        Http = new HttpClient { BaseAddress = sandbox.Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox");
    }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>At speed 0, rendering fast, unless the options say otherwise.</summary>
    public static async Task<Caller> StartAsync(Action<SandboxOptions>? set = null, TimeProvider? time = null)
    {
        var options = new SandboxOptions { Speed = 0, Render = SandboxRender.Fast };
        set?.Invoke(options);
        var media = new MediaProcess(TimeProvider.System);
        var catalog = ModelCatalog.Load(Path.Combine(AppContext.BaseDirectory, "catalog"), live: false);
        return new Caller(
            await KinoraSandbox.StartAsync(options, catalog, ["http://127.0.0.1:0"], media, NullLoggerFactory.Instance, time ?? TimeProvider.System, Stop),
            media);
    }

    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path, Stop))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    /// <summary>Creates a jobs task and answers its id.</summary>
    public async Task<string> CreateAsync(string model, object input, string? callBackUrl = null)
    {
        var answer = await PostAsync("/api/v1/jobs/createTask", new { model, input, callBackUrl });
        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        return answer["data"]!["taskId"]!.GetValue<string>();
    }

    /// <summary>Uploads a file and answers its address.</summary>
    public async Task<string> UploadAsync(string path, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name }, { new StringContent(path), "uploadPath" } };
        using var answer = await Http.PostAsync("/api/file-stream-upload", form, Stop);
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        body["code"]!.GetValue<int>().ShouldBe(200, body.ToJsonString());
        return body["data"]!["downloadUrl"]!.GetValue<string>();
    }

    /// <summary>Uploads a file by its own name.</summary>
    public async Task<string> UploadAsync(string file) => await UploadAsync("media", Path.GetFileName(file), await File.ReadAllBytesAsync(file, Stop));

    public async Task<JsonNode> RecordAsync(string taskId) => (await GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}"))["data"]!;

    /// <summary>Waits until the sandbox's own list tells a task in a state; readings of KIE's API are limited.</summary>
    public async Task UntilAsync(string taskId, string state)
    {
        for (var tries = 0; tries < 2000; tries++)
        {
            var task = (await GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Single(one => one!["taskId"]!.GetValue<string>() == taskId)!;
            if (task["state"]!.GetValue<string>() == state) return;
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        throw new TimeoutException($"{taskId} never became {state}.");
    }

    /// <summary>A call of the sandbox's own that changes something.</summary>
    public async Task<JsonNode> ControlAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await Http.SendAsync(request, Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    public async Task AdvanceAsync(string by) => await ControlAsync(HttpMethod.Post, "/sandbox/clock", new { advance = by });

    public async Task<decimal> CreditAsync() => (await GetAsync("/api/v1/chat/credit"))["data"]!.GetValue<decimal>();

    public async Task<MediaFacts> ProbeAsync(Uri video)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, await Http.GetByteArrayAsync(video, Stop), Stop);
            return await new Ffprobe(_media).ProbeAsync(path, Stop);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _sandbox.DisposeAsync();
        _media.Dispose();
    }
}
