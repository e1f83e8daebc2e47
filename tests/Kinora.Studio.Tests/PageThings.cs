using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Testing.Processes;

namespace Kinora.Studio.Tests;

/// <summary>A server on which there is something to see on every page.</summary>
public sealed class PageThings : IAsyncLifetime
{
    private const string Hook = "http://127.0.0.1:9/hook";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] OwnNames = ["Coast film", "Laptop", "Maya", "Owner", "kie", "replicate", "KINORA_ADMIN_KEY", "Chrome", "Linux"];
    private KinoraProcess? _kinora;
    private HttpClient? _http;

    public KinoraProcess Kinora => _kinora!;

    /// <summary>The pages, by the names of their pictures.</summary>
    public IReadOnlyList<(string Name, string Path)> Pages { get; private set; } = [];

    /// <summary>Models, vendors and badges by their names, and what things here are called.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>What takes here were made of.</summary>
    public IReadOnlyList<string> Words { get; } =
        ["A red fox runs through fresh snow at dawn", "[[moderated]] A crowd", "Waves on black sand", "The sea at dawn", "A gull lands"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0.05", ["KINORA_FETCH_ALLOW"] = "127.0.0.1" });
        _http = _kinora.CreateClient(StudioFixture.Key);
        var take = await EndedAsync(await PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A red fox runs through fresh snow at dawn","duration":5,"sound":false}"""));
        var failed = await EndedAsync(await PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"[[moderated]] A crowd","duration":5,"sound":false}"""));
        await EndedAsync(await PostAsync("/api/generate/video", """{"model":"veo-3.1-fast","prompt":"Waves on black sand","aspectRatio":"9:16"}"""));
        var collection = await PostAsync("/api/collections", """{"name":"Coast film"}""");
        using (await _http.PutAsync($"/api/collections/{collection}/generations/{take}", content: null, Stop)) { }
        await PostAsync("/api/account/keys", """{"name":"Laptop","scope":"generate"}""");
        await PostAsync("/api/webhooks/endpoints", $$"""{"url":"{{Hook}}","events":["generation.succeeded"]}""");
        await PostAsync("/api/admin/accounts", """{"name":"Maya","role":"user","credits":2500}""");
        var (batch, storyboard) = (await GroupAsync("batch"), await GroupAsync("storyboard"));
        using var shared = await _http.PutAsync($"/api/generations/{take}/share", content: null, Stop);
        var link = (await shared.Content.ReadFromJsonAsync<JsonNode>(Stop))!["sharePath"]!.GetValue<string>();
        var models = (await _http.GetFromJsonAsync<JsonNode>("/api/models", Stop))!["items"]!.AsArray();
        Names = [.. models.SelectMany(model => new[] { "name", "vendor", "badge" }, (model, field) => model![field]?.GetValue<string>()).OfType<string>(), .. OwnNames];
        Pages =
        [
            ("create", "/"), ("library", "/library"), ("collection", $"/library/{collection}"), ("take", $"/takes/{take}"), ("take-failed", $"/takes/{failed}"),
            ("compare", "/compare"), ("batch", "/batch"), ("batch-made", $"/batch/{batch}"), ("storyboard", "/storyboard"), ("storyboard-made", $"/storyboard/{storyboard}"),
            ("account", "/account"), ("account-keys", "/account/keys"), ("account-webhooks", "/account/webhooks"), ("account-deliveries", "/account/webhooks/deliveries"),
            ("account-preferences", "/account/preferences"), ("account-sign-in", "/account/sign-in"),
            ("admin-providers", "/admin"), ("admin-health", "/admin/health"), ("admin-accounts", "/admin/accounts"), ("admin-prices", "/admin/prices"),
            ("admin-deliveries", "/admin/deliveries"), ("admin-insight", "/admin/insight"), ("share", "/share/" + link.Split('/')[^1]), ("welcome", "/welcome"), ("not-found", "/nowhere"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_kinora is not null) await _kinora.DisposeAsync();
    }

    private Task<string> GroupAsync(string kind) => PostAsync(
        "/api/groups",
        $$"""
        {"kind":"{{kind}}","name":"Coast film","items":[
          {"request":{"model":"kling-2.6","prompt":"The sea at dawn","duration":5} },{"request":{"model":"kling-2.6","prompt":"A gull lands","duration":5} }]}
        """);

    private async Task<string> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http!.PostAsync(path, content, Stop);
        var told = await answer.Content.ReadFromJsonAsync<JsonNode>(Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {told}");
        return told!["id"]?.GetValue<string>() ?? "";
    }

    private async Task<string> EndedAsync(string id)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        while ((await _http!.GetFromJsonAsync<JsonNode>($"/api/generations/{id}", patience.Token))!["status"]!.GetValue<string>() is not ("succeeded" or "failed"))
            await Task.Delay(Pause, TimeProvider.System, patience.Token);
        return id;
    }
}
