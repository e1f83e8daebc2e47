using System.Text.Json.Nodes;
using Kinora.Server.Tests.Surfaces;

namespace Kinora.Server.Tests.TwoAccounts;

/// <summary>Where requests can name things, and what each place names. A name that is on no list fails the test until somebody says what it is.</summary>
internal static class IdPlaces
{
    private static readonly Dictionary<string, string> Segments = new()
    {
        ["generations"] = "generation", ["videos"] = "generation", ["assets"] = "asset", ["collections"] = "collection", ["groups"] = "group", ["joins"] = "join",
        ["keys"] = "key", ["endpoints"] = "endpoint", ["shared"] = "share", ["files"] = "link", ["accounts"] = "account",
        ["sessions"] = "session", ["identities"] = "identity",
    };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["generation"] = "generation", ["generationId"] = "generation", ["ids"] = "generation", ["source"] = "generation", ["chosen"] = "generation", ["before"] = "generation", ["taskId"] = "generation",
        ["collection"] = "collection", ["group"] = "group", ["endpoint"] = "endpoint", ["music"] = "asset", ["Idempotency-Key"] = "idempotency",
        ["firstFrame"] = "asset", ["lastFrame"] = "asset", ["references"] = "asset", ["sourceVideo"] = "asset", ["motionVideo"] = "asset", ["audio"] = "asset",
        ["referenceVideos"] = "asset", ["referenceAudio"] = "asset", ["input_reference"] = "asset", ["imageUrls"] = "asset uri", ["imageUrl"] = "asset uri",
        ["videoUrl"] = "asset uri", ["referenceImage"] = "asset uri",
    };

    /// <summary>What names nothing that belongs to an account.</summary>
    private static readonly HashSet<string> Plain =
    [
        "limit", "lang", "q", "mode", "vendor", "sound", "resolution", "ratio", "category", "maxCredits", "works", "kind", "variant", "status", "model", "favorite", "tag", "from", "to",
        "deleted", "sort", "index", "download", "redirect", "format", "event", "state", "minutes", "force", "attempt", "token", "secret", "order", "name", "path", "key", "scope", "expiresAt",
        "allowedIps", "dailyCredits", "totalCredits", "clear", "tier", "prompt", "negativePrompt", "duration", "aspectRatio", "seed", "style", "camera", "motionStrength",
        "characterOrientation", "multiShot", "promptOptimizer", "translation", "cfgScale", "fixedLens", "watermark", "removeWatermark", "webhookUrl", "parameters", "output", "at",
        "tags", "continues", "version", "musicVolume", "keepSound", "transition", "events", "description", "enabled", "until", "callBackUrl", "progressCallBackUrl", "input",
        "aspect_ratio", "n_frames", "generationType", "seeds", "enableTranslation", "enableFallback", "quality", "waterMark", "uploadCn", "pageNum", "pageSize", "base64Data",
        "uploadPath", "fileName", "assetType", "assetId", "audio_id", "voice_description", "example_dialogue", "descriptions", "image_urls", "audio_ids", "character_name", "taskType",
        "fileUrl", "start", "end", "provider", "Last-Event-ID", "code", "data", "seconds", "size", "items", "requests", "request", "clips", "id",
        "password", "current", "error", "iss", "showPrompt", "allowDownload", "endsAt", "note",
    ];

    /// <summary>Every way to name one thing in this request, each by itself.</summary>
    public static IEnumerable<IdPlace> Of(ServerCall call)
    {
        foreach (var (before, name) in call.PathParameters)
            if (Segment(call, before, name) is { } kind) yield return new(call, $"{{{name}}}", name, kind, null);
        // Others are refused there before anything is looked at, whatever is named.
        if (call.IsForAdministrators) yield break;
        foreach (var name in call.Query)
            if (Named(call, name) is { } kind) yield return new(call, "query " + name, name, kind, request => request.Query = $"{name}={Uri.EscapeDataString(request.Id)}");
        foreach (var name in call.Headers)
            if (Named(call, name) is { } kind) yield return new(call, "header " + name, name, kind, request => request.Header = (name, request.Id));
        foreach (var body in call.Bodies.Where(body => body.IsJson))
            foreach (var (trail, name, kind, set) in Fields(call, body)) yield return new(call, "body " + trail, name, kind, request => request.Body = set(request.Id));
    }

    /// <summary>What a part of a path names; null when nothing of an account.</summary>
    public static string? Segment(ServerCall call, string before, string name) => (before, name) switch
    {
        ("deliveries", _) when !call.IsForAdministrators => "delivery",
        ("deliveries", _) => "generation",
        ("{generation}" or "models" or "providers", _) or ("{token}", "name") => null,
        _ => Segments.GetValueOrDefault(before) ?? throw Unknown(call, $"{{{name}}} after {before} in its path"),
    };

    private static string? Named(ServerCall call, string name) => name switch
    {
        "cursor" or "after" => call.Path.Split('/')[^1] switch
        {
            // Numbers that each account counts by itself.
            "events" or "ledger" => null,
            "deliveries" => "delivery",
            "{generationId}" => "generation",
            var collection => Segment(call, collection, name),
        },
        "url" => call.Path is "/api/v1/common/download-url" ? "own link" : null,
        // That of the provider, where providers call.
        "taskId" when call.Path.StartsWith("/api/webhooks/", StringComparison.Ordinal) => null,
        "account" or "id" => null,
        "items" when call.Path.EndsWith("/generate", StringComparison.Ordinal) => null,
        _ => Names.GetValueOrDefault(name) ?? (Plain.Contains(name) ? null : throw Unknown(call, name)),
    };

    private static InvalidOperationException Unknown(ServerCall call, string what) =>
        new($"{call}: say in {nameof(IdPlaces)} what {what} names: a thing of an account, which others must not reach by it, or nothing of the kind.");

    // Those of the description's schema, or else those of the example.
    private static IEnumerable<(string Trail, string Name, string Kind, Func<string, JsonNode> Set)> Fields(ServerCall call, CallBody body)
    {
        var trails = call.Schema is { } schema ? Trails(schema, []) : Trails(body.Json!);
        foreach (var trail in trails.Where(trail => trail.Length > 0))
        {
            var name = trail.Last(step => step != "[]");
            if (Named(call, name) is { } kind) yield return (string.Join('.', trail), name, kind, id => Set(body.Json!, trail, id));
        }
    }

    private static IEnumerable<string[]> Trails(JsonNode schema, string[] at)
    {
        schema = ServerCalls.Resolve(schema);
        var parts = new[] { "oneOf", "anyOf", "allOf" }.SelectMany(word => schema[word]?.AsArray() ?? []).OfType<JsonNode>().Where(part => part["type"]?.ToString() != "null").ToArray();
        if (parts.Length > 0) return parts.SelectMany(part => Trails(part, at));
        if (schema["items"] is { } items) return Trails(items, [.. at, "[]"]);
        return schema["properties"] is JsonObject fields ? fields.SelectMany(field => Trails(field.Value!, [.. at, field.Key])) : [at];
    }

    private static IEnumerable<string[]> Trails(JsonNode? example) => example switch
    {
        JsonObject fields => fields.SelectMany(field => Trails(field.Value).Select(rest => (string[])[field.Key, .. rest])),
        JsonArray => [["[]"]],
        _ => [[]],
    };

    private static JsonNode Set(JsonNode? node, ReadOnlySpan<string> trail, string id)
    {
        if (trail.Length == 0) return JsonValue.Create(id);
        if (trail[0] == "[]")
        {
            var list = node as JsonArray ?? [];
            var first = Set(list.Count > 0 ? list[0]!.DeepClone() : null, trail[1..], id);
            if (list.Count > 0) list[0] = first;
            else list.Add(first);
            return list;
        }

        var fields = node as JsonObject ?? [];
        // The model of the examples takes its ratio from the frame.
        if (trail[0] == "firstFrame") fields.Remove("aspectRatio");
        fields[trail[0]] = Set(fields[trail[0]]?.DeepClone(), trail[1..], id);
        return fields.DeepClone();
    }
}
