using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Testing.Processes;

namespace Kinora.Studio.Tests;

/// <summary>The server as a program calls it, beside what the browser does: to bring about what is to be seen, and to compare.</summary>
internal sealed class Api(KinoraProcess kinora, string key = StudioFixture.Key) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(2);
    private readonly HttpClient _http = kinora.CreateClient(key);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<JsonNode> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonNode> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    /// <summary>A call that answers nothing but that it was done.</summary>
    public async Task DoAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await _http.SendAsync(request, Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    public async Task<JsonNode> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonNode>(path, Stop))!;

    public async Task<IReadOnlyList<ModelResponse>> ModelsAsync() => (await _http.GetFromJsonAsync<ModelPage>("/api/models", Stop))!.Items;

    /// <summary>Accepts a take of these words by <paramref name="model"/>, by default the cheapest that needs nothing but words; answers its id.</summary>
    public async Task<string> GenerateAsync(string prompt, string? model = null, string? aspectRatio = null) =>
        (await PostAsync("/api/generate/video", new { model = model ?? await PlainModelAsync(), prompt, aspectRatio }))["id"]!.GetValue<string>();

    /// <summary>The cheapest model that makes a video of nothing but words, in this ratio if one is named.</summary>
    public async Task<string> PlainModelAsync(string? aspectRatio = null) => (await ModelsAsync())
        .Where(model => model.Available && model.Modes.Any(mode => mode.Mode == "text-to-video" && (aspectRatio is null || Offers(mode, aspectRatio))))
        .MinBy(model => model.FromCredits)!.Id;

    /// <summary>Waits until a take is in one of these states, for a minute at most; answers the take.</summary>
    public async Task<JsonNode> UntilAsync(string id, params string[] states) =>
        await UntilAsync(id, take => states.Contains(take["status"]!.GetValue<string>()), string.Join(" or ", states));

    /// <summary>Waits until a take is as it should be, for a minute at most.</summary>
    public async Task<JsonNode> UntilAsync(string id, Func<JsonNode, bool> isSo, string what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        JsonNode? take = null;
        try
        {
            while (!isSo(take = (await _http.GetFromJsonAsync<JsonNode>($"/api/generations/{id}", patience.Token))!))
                await Task.Delay(Pause, TimeProvider.System, patience.Token);
            return take;
        }
        catch (OperationCanceledException exception) when (!Stop.IsCancellationRequested)
        {
            throw new TimeoutException($"The take should become {what}: {take}", exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool Offers(ModelMode mode, string aspectRatio) => mode.Controls.Any(control =>
        control.Role == "aspectRatio" && control.Choices?.Any(choice => choice.ToString() == aspectRatio) == true);

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request, Stop);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {told}");
        return told;
    }
}
