using System.Text.Json;
using System.Text.RegularExpressions;
using FilePath = System.IO.Path;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>One path of the sandbox, with requests to it that are well formed.</summary>
/// <param name="Bodies">None where it takes none.</param>
/// <param name="SpeaksKie">Whether it answers in KIE's envelope.</param>
internal sealed record Endpoint(string Id, string Verb, string Path, string Query, IReadOnlyList<string> Bodies, string? ContentType, bool SpeaksKie = true)
{
    private static readonly string Wire = FilePath.Combine(AppContext.BaseDirectory, "wire");

    /// <summary>Every call of the literal wire files, and the sandbox's own pages.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. JsonElement.Parse(File.ReadAllBytes(FilePath.Combine(Wire, "index.json"))).GetProperty("calls").EnumerateArray().Select(OfRow),
        Own("GET", "/"),
        Own("GET", "/sandbox/tasks"),
        Own("GET", "/sandbox/status"),
        Own("GET", "/sandbox/clock"),
        Own("GET", "/sandbox/models"),
        Own("POST", "/sandbox/clock", """{"advance":"1s"}"""),
        Own("PUT", "/sandbox/models", """{"model":"nothing","state":"paused"}"""),
        Own("POST", "/sandbox/credits", """{"credits":100000}"""),
        Own("GET", "/files/task_kling-2.6_1765182425861/video.mp4"),
        Own("GET", "/uploads/images/user/fox.png"),
        Own("GET", "/api/v1/nothing/here"),
    ];

    /// <summary>The same with names of things that exist.</summary>
    public Endpoint With(Func<string, string> real, IEnumerable<string> moreBodies) =>
        this with { Path = real(Path), Query = real(Query), Bodies = [.. Bodies.Select(real), .. moreBodies] };

    private static Endpoint OfRow(JsonElement row)
    {
        var query = row.TryGetProperty("query", out var fields)
            ? string.Join('&', fields.EnumerateObject().Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.GetString()!)}"))
            : "";
        string[] bodies = [.. Files(row, "request").Concat(Files(row, "requestVariants")).Select(file => Loopback(File.ReadAllText(FilePath.Combine(Wire, file))))];
        return new(
            row.GetProperty("id").GetString()!, row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, query, bodies,
            bodies.Length == 0 ? null : row.TryGetProperty("contentType", out var type) ? type.GetString() : "application/json");
    }

    private static IEnumerable<string> Files(JsonElement row, string heading) => !row.TryGetProperty(heading, out var named) ? []
        : named.ValueKind == JsonValueKind.String ? [named.GetString()!]
        : named.EnumerateArray().Select(file => file.GetString()!);

    private static Endpoint Own(string verb, string path, string? body = null) =>
        new($"{verb} {path}", verb, path, "", body is null ? [] : [body], body is null ? null : "application/json", SpeaksKie: false);

    // Nothing listens there, and no slip of a digit makes it a host on the internet.
    private static string Loopback(string body) => Regex.Replace(body, @"https?://[\w.-]+/", "http://[::1]:1/", default, TimeSpan.FromSeconds(1));
}
