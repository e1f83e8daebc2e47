using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Core.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinora.Testing.Providers;

/// <summary>Replicate on loopback, with its checks and its complete shapes. A prediction goes on when the test says so.</summary>
/// <remarks>Models are "acme/film", whose version is "v1"; their input is a prompt, and whatever else is given.</remarks>
public sealed class FakeReplicate : IAsyncDisposable
{
    public const string Model = "acme/film", Version = "acme/film:v1";
    public const string WebhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly ConcurrentDictionary<string, JsonObject> _predictions = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly string _key;
    private readonly TimeProvider _time;
    private FaultyServer? _server;

    private FakeReplicate(string key, TimeProvider time) => (_key, _time) = (key, time);

    public FaultyServer Server => _server!;

    /// <summary>The predictions that were made, oldest first.</summary>
    public ConcurrentQueue<string> Made { get; } = [];

    /// <summary>The body of each create call that was taken.</summary>
    public ConcurrentQueue<JsonObject> Asked { get; } = [];

    /// <summary>Those that are there; all take what <see cref="Model"/> takes.</summary>
    public HashSet<string> Models { get; } = [Model];

    /// <summary>What every output holds.</summary>
    public byte[] Video { get; set; } = [0, 0, 0, 24];

    public static async Task<FakeReplicate> StartAsync(string key, TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeReplicate(key, time);
        fake._server = await FaultyServer.StartAsync(fake.Map, cancellationToken);
        return fake;
    }

    public void Start(string id) => Step(id, "processing", prediction => prediction["started_at"] = Now());

    /// <param name="output">What the model answers; one address when null.</param>
    public void Succeed(string id, JsonNode? output = null) => End(id, "succeeded", prediction =>
    {
        prediction["output"] = output ?? JsonValue.Create(OutputAddress(id));
        prediction["metrics"] = new JsonObject { ["predict_time"] = 20.5, ["total_time"] = 30.25 };
    });

    public void Fail(string id, string error) => End(id, "failed", prediction => prediction["error"] = error);

    /// <summary>Its deadline passed before it began.</summary>
    public void Abort(string id) => End(id, "aborted", _ => { });

    /// <summary>A word that nobody documented.</summary>
    public void Say(string id, string word) => Step(id, word, _ => { });

    /// <summary>An hour has passed: input and output are deleted, and the record remains.</summary>
    public void Expire(string id) => Step(id, _predictions[id]["status"]!.GetValue<string>(), prediction =>
        (prediction["input"], prediction["output"], prediction["logs"], prediction["data_removed"]) = (new JsonObject(), null, "", true));

    /// <summary>The record is gone too.</summary>
    public void Forget(string id) => _predictions.TryRemove(id, out _);

    /// <summary>What was uploaded, by the address that it was given.</summary>
    public byte[] File(Uri address) => _files[address.Segments[^1]];

    public string OutputAddress(string id) => new Uri(Server.Address, $"/delivery/{id}/out.mp4").AbsoluteUri;

    /// <summary>Sends the webhook that the prediction asked for, signed.</summary>
    public async Task<HttpResponseMessage> CallBackAsync(string id, CancellationToken cancellationToken)
    {
        var prediction = _predictions[id];
        var body = System.Text.Encoding.UTF8.GetBytes(prediction.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, prediction["webhook"]!.GetValue<string>()) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        var now = _time.GetUtcNow();
        request.Headers.Add(StandardWebhooks.IdHeader, "msg_" + id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, new StandardWebhooks([WebhookSecret], _time).Sign("msg_" + id, now, body));
        using var http = new HttpClient();
        return await http.SendAsync(request, cancellationToken);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(CheckKeyAsync);
        app.MapPost("/v1/models/{owner}/{name}/predictions", (HttpContext context, string owner, string name) => CreateAsync(context, $"{owner}/{name}"));
        app.MapGet("/v1/account", context => JsonAnswers.WriteAsync(context, new JsonObject { ["type"] = "organization", ["username"] = "acme", ["name"] = "Acme" }));
        app.MapGet("/v1/models/{owner}/{name}", (HttpContext context, string owner, string name) => DescribeAsync(context, $"{owner}/{name}", "v1"));
        app.MapGet("/v1/models/{owner}/{name}/versions/{version}",
            (HttpContext context, string owner, string name, string version) => DescribeAsync(context, $"{owner}/{name}", version));
        app.MapPost("/v1/predictions", (HttpContext context) => CreateAsync(context, model: null));
        app.MapGet("/v1/predictions/{id}", (HttpContext context, string id) => ReadAsync(context, id));
        app.MapPost("/v1/predictions/{id}/cancel", CancelAsync);
        app.MapPost("/v1/files", UploadAsync);
        app.MapGet("/v1/webhooks/default/secret", context => JsonAnswers.WriteAsync(context, new JsonObject { ["key"] = WebhookSecret }));
        app.MapGet("/delivery/{id}/{file}", DeliverAsync);
    }

    private Task CheckKeyAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Path.StartsWithSegments("/delivery") || context.Request.Headers.Authorization.ToString() == "Bearer " + _key
            ? next(context)
            : ProblemAsync(context, 401, "Unauthenticated", "You did not pass a valid authentication token");

    private static Task DescribeAsync(HttpContext context, string model, string version) => (model, version) is (Model, "v1")
        ? JsonAnswers.WriteAsync(
            context,
            new JsonObject
            {
                ["url"] = "https://replicate.com/" + Model, ["owner"] = "acme", ["name"] = "film", ["description"] = "Films.", ["visibility"] = "public",
                ["run_count"] = 12, ["latest_version"] = new JsonObject { ["id"] = "v1" },
            })
        : ProblemAsync(context, 404, "Not found", "The requested resource could not be found.");

    private async Task CreateAsync(HttpContext context, string? model)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if (model is not null && !Models.Contains(model)) await ProblemAsync(context, 404, "Not found", "The requested resource could not be found.");
        else if (model is null && body["version"]?.GetValue<string>() is not "v1")
            await ProblemAsync(context, 422, "Invalid version or not permitted", "The specified version does not exist (or perhaps you don't have permission to use it?)");
        else if (body["input"]?["prompt"] is null) await RefuseInputAsync(context);
        else await MakeAsync(context, body);
    }

    private Task MakeAsync(HttpContext context, JsonObject body)
    {
        var id = $"rep{Made.Count + 1}";
        Asked.Enqueue(body);
        Made.Enqueue(id);
        var prediction = new JsonObject
        {
            ["id"] = id, ["model"] = Model, ["version"] = "v1", ["input"] = body["input"]!.DeepClone(), ["logs"] = "", ["output"] = null,
            ["data_removed"] = false, ["error"] = null, ["source"] = "api", ["status"] = "starting", ["created_at"] = Now(), ["started_at"] = null,
            ["completed_at"] = null, ["metrics"] = new JsonObject(), ["webhook"] = body["webhook"]?.DeepClone(),
            ["urls"] = new JsonObject { ["get"] = Url($"/v1/predictions/{id}"), ["cancel"] = Url($"/v1/predictions/{id}/cancel"), ["web"] = $"https://replicate.com/p/{id}" },
        };
        _predictions[id] = prediction;
        return JsonAnswers.WriteAsync(context, prediction, 201);
    }

    private Task ReadAsync(HttpContext context, string id) => _predictions.TryGetValue(id, out var prediction)
        ? JsonAnswers.WriteAsync(context, prediction)
        : ProblemAsync(context, 404, "Not found", "The requested resource could not be found.");

    private Task CancelAsync(HttpContext context, string id)
    {
        if (_predictions.TryGetValue(id, out var prediction) && prediction["completed_at"] is null) End(id, "canceled", _ => { });
        return ReadAsync(context, id);
    }

    private async Task UploadAsync(HttpContext context)
    {
        var file = (await context.Request.ReadFormAsync()).Files.GetFile("content");
        if (file is null)
        {
            await ProblemAsync(context, 400, "Bad request", "Missing content");
            return;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var id = $"file{_files.Count + 1}";
        _files[id] = content.ToArray();
        await JsonAnswers.WriteAsync(
            context,
            new JsonObject
            {
                ["id"] = id, ["name"] = file.FileName, ["content_type"] = file.ContentType, ["size"] = file.Length, ["created_at"] = Now(),
                ["expires_at"] = Now(TimeSpan.FromHours(24)), ["metadata"] = new JsonObject(), ["urls"] = new JsonObject { ["get"] = Url($"/v1/files/{id}") },
            },
            201);
    }

    private async Task DeliverAsync(HttpContext context, string id, string file)
    {
        if (_predictions.TryGetValue(id, out var prediction) && prediction["data_removed"]!.GetValue<bool>() is false) await context.Response.Body.WriteAsync(Video);
        else context.Response.StatusCode = 404;
    }

    private void End(string id, string word, Action<JsonObject> change) => Step(id, word, prediction =>
    {
        prediction["completed_at"] = Now();
        change(prediction);
    });

    // A new object each time: one that is being written into an answer is not changed.
    private void Step(string id, string word, Action<JsonObject> change)
    {
        var next = _predictions[id].DeepClone().AsObject();
        next["status"] = word;
        change(next);
        _predictions[id] = next;
    }

    private string Url(string path) => new Uri(Server.Address, path).AbsoluteUri;

    private string Now(TimeSpan later = default) => (_time.GetUtcNow() + later).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Task RefuseInputAsync(HttpContext context) => JsonAnswers.WriteAsync(
        context,
        new JsonObject
        {
            ["detail"] = "- input: prompt is required\n", ["status"] = 422, ["title"] = "Input validation failed",
            ["invalid_fields"] = new JsonArray(new JsonObject { ["type"] = "required", ["field"] = "input", ["description"] = "prompt is required" }),
        },
        422);

    private static Task ProblemAsync(HttpContext context, int status, string title, string detail) =>
        JsonAnswers.WriteAsync(context, new JsonObject { ["title"] = title, ["detail"] = detail, ["status"] = status }, status);
}
