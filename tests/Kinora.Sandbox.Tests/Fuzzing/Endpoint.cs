using System.Text.Json;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>One path of the sandbox, with a request to it that is well formed.</summary>
/// <param name="SpeaksKie">Whether it answers in KIE's envelope.</param>
internal sealed record Endpoint(string Id, string Verb, string Path, string Query, byte[]? Body, string? ContentType, bool SpeaksKie = true)
{
    private static readonly string Wire = System.IO.Path.Combine(AppContext.BaseDirectory, "wire");

    /// <summary>Every call of the literal wire files, and the sandbox's own pages.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. JsonElement.Parse(File.ReadAllBytes(System.IO.Path.Combine(Wire, "index.json"))).GetProperty("calls").EnumerateArray().Select(OfRow),
        new("sandbox.tasks", "GET", "/sandbox/tasks", "", null, null, SpeaksKie: false),
        new("sandbox.video", "GET", "/files/task_kling-2.6_1765182425861/video.mp4", "", null, null, SpeaksKie: false),
        new("sandbox.upload", "GET", "/uploads/images/user/fox.png", "", null, null, SpeaksKie: false),
        new("sandbox.nothing", "GET", "/api/v1/nothing/here", "", null, null, SpeaksKie: false),
    ];

    private static Endpoint OfRow(JsonElement row)
    {
        var file = row.TryGetProperty("request", out var request) ? request.GetString() : null;
        var query = row.TryGetProperty("query", out var fields)
            ? string.Join('&', fields.EnumerateObject().Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.GetString()!)}"))
            : "";
        return new(
            row.GetProperty("id").GetString()!, row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, query,
            file is null ? null : Loopback(File.ReadAllText(System.IO.Path.Combine(Wire, file))),
            file is null ? null : row.TryGetProperty("contentType", out var type) ? type.GetString() : "application/json");
    }

    // Nothing listens there, and no slip of a digit makes it a host on the internet.
    private static byte[] Loopback(string body) => System.Text.Encoding.UTF8.GetBytes(
        System.Text.RegularExpressions.Regex.Replace(body, @"https?://[\w.-]+/", "http://[::1]:1/", default, TimeSpan.FromSeconds(1)));
}
