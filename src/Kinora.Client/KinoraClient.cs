using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>Typed calls of Kinora's HTTP API. Every call throws <see cref="KinoraException"/> when the server refuses it.</summary>
/// <param name="http">Its base address is the server's; an API key is its bearer token. The caller owns it.</param>
public sealed partial class KinoraClient(HttpClient http)
{
    /// <summary>Accepts a request; it is durable and its credits are held when this completes.</summary>
    /// <param name="idempotencyKey">Makes it safe to send the same request again; at most 200 characters.</param>
    public Task<GenerationResponse> GenerateAsync(
        GenerateVideoRequest request, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/generate/video", JsonContent.Create(request, Default.GenerateVideoRequest), idempotencyKey), Default.GenerationResponse, cancellationToken);

    /// <summary>Accepts 1 to 100 requests in one commit: all of them or none.</summary>
    /// <param name="idempotencyKey">For the whole batch; at most 200 characters.</param>
    public Task<BatchResponse> GenerateBatchAsync(GenerateBatchRequest batch, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/generate/batch", JsonContent.Create(batch, Default.GenerateBatchRequest), idempotencyKey), Default.BatchResponse, cancellationToken);

    /// <summary>Accepts the same request once more.</summary>
    public Task<GenerationResponse> AgainAsync(string id, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/generations/{Segment(id)}/again", null, idempotencyKey), Default.GenerationResponse, cancellationToken);

    /// <summary>Accepts the same request with changes.</summary>
    /// <param name="changes">Fields of the request form to put in place of its own; a null takes one out.</param>
    public Task<GenerationResponse> RemixAsync(string id, JsonObject changes, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/generations/{Segment(id)}/remix", JsonContent.Create(changes, Default.JsonObject), idempotencyKey), Default.GenerationResponse, cancellationToken);

    /// <summary>Accepts a continuation of its take, where some model makes one.</summary>
    /// <param name="settings">Fields of the request form: the <c>prompt</c>, and others that the model takes.</param>
    public Task<GenerationResponse> ExtendAsync(string id, JsonObject settings, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/generations/{Segment(id)}/extend", JsonContent.Create(settings, Default.JsonObject), idempotencyKey), Default.GenerationResponse, cancellationToken);

    /// <summary>Accepts a larger version of its take, where some model makes one.</summary>
    /// <param name="resolution">Such as <c>1080p</c>; the first that can be had when null.</param>
    public Task<GenerationResponse> UpscaleAsync(string id, string? resolution = null, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Post($"api/generations/{Segment(id)}/upscale", JsonContent.Create(new(resolution), Default.UpscaleRequest), idempotencyKey), Default.GenerationResponse,
            cancellationToken);

    /// <summary>Withdraws a generation: while it is queued, and later where the provider can stop it.</summary>
    public Task<GenerationResponse> CancelAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/generations/{Segment(id)}/cancel", null), Default.GenerationResponse, cancellationToken);

    /// <summary>Reads the provider's record of a generation now.</summary>
    public Task<SyncResponse> SyncAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"api/generations/{Segment(id)}/sync", null), Default.SyncResponse, cancellationToken);

    /// <summary>The same for a generation that is known by the provider's id of its task, or by its own.</summary>
    public Task<SyncResponse> SyncTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/kie/sync-manual", JsonContent.Create(new(taskId), Default.ManualSyncRequest)), Default.SyncResponse, cancellationToken);

    /// <summary>One generation with its history.</summary>
    public Task<GenerationResponse> GetAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/generations/" + Segment(id)), Default.GenerationResponse, cancellationToken);

    /// <summary>A page of generations.</summary>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    /// <param name="filter">Which; all but the deleted ones, newest first, when null.</param>
    public Task<GenerationPage> ListAsync(
        string? cursor = null, int? limit = null, ListFilter? filter = null, CancellationToken cancellationToken = default)
    {
        filter ??= new();
        var query = Query(
            ("cursor", cursor), ("limit", Text(limit)), ("status", filter.Status), ("model", filter.Model), ("mode", filter.Mode), ("q", filter.Words),
            ("favorite", Text(filter.Favorite)), ("tag", filter.Tag), ("collection", filter.Collection), ("group", filter.Group),
            ("from", Text(filter.From)), ("to", Text(filter.To)),
            ("deleted", filter.Deleted ? "true" : null), ("sort", filter.Sort));
        return SendAsync(Get("api/generations" + query), Default.GenerationPage, cancellationToken);
    }

    /// <summary>
    /// The stored video (<c>video</c>) or one of its pictures (<c>poster</c>, <c>preview</c>, <c>firstFrame</c>, <c>lastFrame</c>, <c>filmstrip</c>).
    /// The caller disposes of the stream.
    /// </summary>
    public async Task<Stream> OpenContentAsync(string id, string variant = "video", int index = 0, CancellationToken cancellationToken = default)
    {
        var path = $"api/generations/{Segment(id)}/content" + Query(("variant", variant), ("index", Text(index)));
        var answer = await AnswerAsync(Get(path), cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a request would cost; nothing is created.</summary>
    public Task<QuoteResponse> QuoteAsync(GenerateVideoRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/quotes", JsonContent.Create(request, Default.GenerateVideoRequest)), Default.QuoteResponse, cancellationToken);

    /// <summary>The models with all that is needed to draw their forms and to price them.</summary>
    /// <param name="filter">Which; all that are listed when null.</param>
    /// <param name="language"><c>en</c> or <c>ru</c>; by the Accept-Language of the caller's <see cref="HttpClient"/> when null.</param>
    public Task<ModelPage> ModelsAsync(ModelFilter? filter = null, string? language = null, CancellationToken cancellationToken = default)
    {
        filter ??= new();
        var query = Query(
            ("mode", filter.Mode), ("vendor", filter.Vendor), ("sound", Text(filter.Sound)),
            ("resolution", filter.Resolution), ("ratio", filter.Ratio), ("category", filter.Category), ("maxCredits", Text(filter.MaxCredits)),
            ("works", Text(filter.Works)), ("q", filter.Words), ("lang", language));
        return SendAsync(Get("api/models" + query), Default.ModelPage, cancellationToken);
    }

    /// <summary>One model.</summary>
    /// <param name="id">Its id, one of its aliases, or KIE's own id.</param>
    /// <param name="language"><c>en</c> or <c>ru</c>; by the Accept-Language of the caller's <see cref="HttpClient"/> when null.</param>
    public Task<ModelResponse> ModelAsync(string id, string? language = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/models/" + Segment(id) + Query(("lang", language))), Default.ModelResponse, cancellationToken);

    /// <summary>The JSON Schema (draft 2020-12) of the request form for one model.</summary>
    /// <param name="id">Its id, one of its aliases, or KIE's own id.</param>
    public Task<JsonObject> ModelSchemaAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get($"api/models/{Segment(id)}/schema"), Default.JsonObject, cancellationToken);

    /// <summary>The caller's account.</summary>
    public Task<AccountResponse> AccountAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/account"), Default.AccountResponse, cancellationToken);

    /// <summary>A page of the ledger, newest first.</summary>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<LedgerPage> LedgerAsync(string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/account/ledger" + Query(("cursor", cursor), ("limit", Text(limit)))), Default.LedgerPage, cancellationToken);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, HttpContent? content, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return request;
    }

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var query = "";
        foreach (var (name, value) in fields)
        {
            if (value is not null) query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        }

        return query;
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(bool? flag) => flag is { } value ? value ? "true" : "false" : null;

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static string Segment(string id) => Uri.EscapeDataString(id);

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The server answered nothing.");
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode) return answer;
            using (answer) throw await KinoraException.ReadAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }
}
