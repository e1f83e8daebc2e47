using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kinora.Cli.Tests;

/// <summary>The HTTP API as curl would use it, without the typed client.</summary>
internal sealed class Api : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly HttpClient _http;

    public Api(Uri server, string key)
    {
        _http = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<string> GenerateAsync(object body)
    {
        using var answer = await _http.PostAsJsonAsync("/api/generate/video", body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, text);
        return JsonNode.Parse(text)!["id"]!.GetValue<string>();
    }

    public async Task<string> AgainAsync(string id)
    {
        using var answer = await _http.PostAsync($"/api/generations/{id}/again", null, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["id"]!.GetValue<string>();
    }

    /// <summary>Lets the provider be asked now, where that makes sense.</summary>
    public async Task SyncAsync(string id)
    {
        using var answer = await _http.PostAsync($"/api/generations/{id}/sync", null, Stop);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<HttpStatusCode> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, Stop);
        return answer.StatusCode;
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await _http.PutAsJsonAsync(path, body, Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Stop));
    }

    public async Task<JsonNode> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonNode>(path, Stop))!;

    public Task<byte[]> BytesAsync(string path) => _http.GetByteArrayAsync(path, Stop);

    public async Task<string> StatusAsync(string id) => (await GetAsync("/api/generations/" + id))["status"]!.GetValue<string>();

    /// <summary>Looks in short intervals, for a minute and a half at most.</summary>
    public async Task<JsonNode> UntilAsync(string id, Func<JsonNode, bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var generation = await GetAsync("/api/generations/" + id);
            if (holds(generation)) return generation;
            if (patience.IsCancellationRequested) throw new TimeoutException("It stays like this: " + generation.ToJsonString());
            await timer.WaitForNextTickAsync(Stop);
        }
    }

    public Task<JsonNode> UntilFinalAsync(string id) =>
        UntilAsync(id, generation => generation["status"]!.GetValue<string>() is "succeeded" or "failed" or "canceled");

    public Task<JsonNode> UntilStatusAsync(string id, string status) =>
        UntilAsync(id, generation => generation["status"]!.GetValue<string>() == status);

    /// <summary>
    /// Until it has succeeded. Where its answer was lost and every call of the provider fell into the time in which nobody listened, nothing is left to
    /// learn it from: then the provider has to call once more.
    /// </summary>
    /// <param name="sandbox">The provider.</param>
    public async Task<JsonNode> UntilDeliveredAsync(string id, Api sandbox, string taskId)
    {
        // A conflict: it is calling still.
        if ((await UntilFinalAsync(id))["status"]!.GetValue<string>() != "succeeded")
            (await sandbox.PostAsync("/sandbox/callbacks", new { taskId })).ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.Conflict);
        return await UntilStatusAsync(id, "succeeded");
    }

    public void Dispose() => _http.Dispose();
}
