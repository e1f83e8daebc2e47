using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinora.Testing.Providers;

/// <summary>A server on loopback that speaks OpenAI's videos API, with its checks and its complete shapes. A video goes on when the test says so.</summary>
public sealed class FakeVideosServer : IAsyncDisposable
{
    public const string Model = "film-1";

    private readonly ConcurrentDictionary<string, JsonObject> _videos = new();
    private readonly string? _key;
    private readonly TimeProvider _time;
    private FaultyServer? _server;

    private FakeVideosServer(string? key, TimeProvider time) => (_key, _time) = (key, time);

    public FaultyServer Server => _server!;

    /// <summary>The videos that were made, oldest first.</summary>
    public ConcurrentQueue<string> Made { get; } = [];

    /// <summary>The fields of each create call that was taken, without its files.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = [];

    /// <summary>The files of those calls: field, name, type, content.</summary>
    public ConcurrentQueue<(string Field, string Name, string? ContentType, byte[] Content)> Files { get; } = [];

    /// <summary>Whether it lists its models.</summary>
    public bool HasList { get; set; } = true;

    /// <summary>What every video holds.</summary>
    public byte[] Video { get; set; } = [0, 0, 0, 24];

    /// <param name="key">Null for a server without keys.</param>
    public static async Task<FakeVideosServer> StartAsync(string? key, TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeVideosServer(key, time);
        fake._server = await FaultyServer.StartAsync(fake.Map, cancellationToken);
        return fake;
    }

    public void Start(string id, int progress) => Step(id, "in_progress", video => video["progress"] = progress);

    public void Complete(string id) => Step(id, "completed", video =>
        (video["progress"], video["completed_at"], video["expires_at"]) = (100, Seconds(), Seconds() + 3600));

    public void Fail(string id, string code, string message) =>
        Step(id, "failed", video => video["error"] = new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>A word that nobody documented.</summary>
    public void Say(string id, string word) => Step(id, word, _ => { });

    /// <summary>Its hour is over: the record remains, its content is gone.</summary>
    public void Expire(string id) => Step(id, "completed", video => video["expires_at"] = Seconds() - 1);

    /// <summary>The record is gone too.</summary>
    public void Forget(string id) => _videos.TryRemove(id, out _);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(CheckKeyAsync);
        app.MapGet("/v1/models", ListAsync);
        app.MapPost("/v1/videos", CreateAsync);
        app.MapGet("/v1/videos/{id}", ReadAsync);
        app.MapDelete("/v1/videos/{id}", DeleteAsync);
        app.MapGet("/v1/videos/{id}/content", DeliverAsync);
    }

    private Task CheckKeyAsync(HttpContext context, RequestDelegate next) =>
        _key is null || context.Request.Headers.Authorization.ToString() == "Bearer " + _key
            ? next(context)
            : ErrorAsync(context, 401, "Incorrect API key provided.", "invalid_request_error", param: null, "invalid_api_key");

    private Task ListAsync(HttpContext context) => HasList
        ? JsonAnswers.WriteAsync(
            context,
            new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray(new JsonObject { ["id"] = Model, ["object"] = "model", ["created"] = Seconds(), ["owned_by"] = "acme" }),
            })
        : ErrorAsync(context, 404, "Invalid URL (GET /v1/models)", "invalid_request_error", param: null, code: null);

    private async Task CreateAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (fields.GetValueOrDefault("prompt") is not { Length: > 0 })
        {
            await ErrorAsync(context, 400, "Missing required parameter: 'prompt'.", "invalid_request_error", "prompt", "missing_required_parameter");
            return;
        }

        if (fields.GetValueOrDefault("model") is not Model)
        {
            await ErrorAsync(context, 404, "The model does not exist or you do not have access to it.", "invalid_request_error", param: null, "model_not_found");
            return;
        }

        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            Files.Enqueue((file.Name, file.FileName, file.ContentType, content.ToArray()));
        }

        Asked.Enqueue(fields);
        var video = Queued($"video_{Made.Count + 1}", fields);
        Made.Enqueue(video["id"]!.GetValue<string>());
        _videos[Made.Last()] = video;
        await JsonAnswers.WriteAsync(context, video);
    }

    private JsonObject Queued(string id, Dictionary<string, string> fields) => new()
    {
        ["id"] = id, ["object"] = "video", ["model"] = Model, ["status"] = "queued", ["progress"] = 0, ["created_at"] = Seconds(), ["completed_at"] = null,
        ["expires_at"] = null, ["prompt"] = fields["prompt"], ["size"] = fields.GetValueOrDefault("size", "720x1280"),
        ["seconds"] = fields.GetValueOrDefault("seconds", "4"), ["remixed_from_video_id"] = null, ["error"] = null,
    };

    private Task ReadAsync(HttpContext context, string id) =>
        _videos.TryGetValue(id, out var video) ? JsonAnswers.WriteAsync(context, video) : NotFoundAsync(context, id);

    private Task DeleteAsync(HttpContext context, string id) => _videos.TryRemove(id, out _)
        ? JsonAnswers.WriteAsync(context, new JsonObject { ["id"] = id, ["object"] = "video.deleted", ["deleted"] = true })
        : NotFoundAsync(context, id);

    private async Task DeliverAsync(HttpContext context, string id)
    {
        if (!_videos.TryGetValue(id, out var video) || video["expires_at"] is not { } expires || expires.GetValue<long>() < Seconds())
        {
            await NotFoundAsync(context, id);
            return;
        }

        context.Response.ContentType = "video/mp4";
        await context.Response.Body.WriteAsync(Video);
    }

    // A new object each time: one that is being written into an answer is not changed.
    private void Step(string id, string word, Action<JsonObject> change)
    {
        var next = _videos[id].DeepClone().AsObject();
        next["status"] = word;
        change(next);
        _videos[id] = next;
    }

    private long Seconds() => _time.GetUtcNow().ToUnixTimeSeconds();

    private static Task NotFoundAsync(HttpContext context, string id) =>
        ErrorAsync(context, 404, $"Video with id '{id}' not found.", "invalid_request_error", "video_id", code: null);

    private static Task ErrorAsync(HttpContext context, int status, string message, string type, string? param, string? code) => JsonAnswers.WriteAsync(
        context,
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code } },
        status);
}
