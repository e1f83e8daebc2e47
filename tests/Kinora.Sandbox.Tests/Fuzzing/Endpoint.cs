using System.Text.Json;
using System.Text.RegularExpressions;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>One path of the sandbox, with requests to it that are well formed.</summary>
/// <param name="Bodies">None where it takes none.</param>
/// <param name="SpeaksKie">Whether it answers in KIE's envelope.</param>
internal sealed record Endpoint(string Id, string Verb, string Path, string Query, IReadOnlyList<string> Bodies, string? ContentType, bool SpeaksKie = true)
{
    /// <summary>Every call of the literal wire files, and the sandbox's own pages.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. WireFiles.Calls("sandbox").Select(OfRow),
        Own("GET", "/"),
        Own("GET", "/sandbox/tasks"),
        Own("GET", "/sandbox/status"),
        Own("GET", "/sandbox/clock"),
        Own("GET", "/sandbox/models"),
        Own("POST", "/sandbox/clock", """{"advance":"1s"}"""),
        Own("PUT", "/sandbox/models", """{"model":"nothing","state":"paused"}"""),
        Own("POST", "/sandbox/credits", """{"credits":100000}"""),
        Own("POST", "/sandbox/callbacks", """{"taskId":"task_kling-2.6_1765182425861"}"""),
        Own("GET", "/files/task_kling-2.6_1765182425861/video.mp4"),
        Own("GET", "/uploads/images/user/fox.png"),
        Own("GET", "/api/v1/nothing/here"),
    ];

    /// <summary>The same with names of things that exist.</summary>
    public Endpoint With(Func<string, string> real, IEnumerable<string> moreBodies) =>
        this with { Path = real(Path), Query = real(Query), Bodies = [.. Bodies.Select(real), .. moreBodies] };

    private static Endpoint OfRow(JsonElement row)
    {
        string[] bodies = [.. row.Named("request", "requestVariants").Select(file => Loopback(WireFiles.Text(file)))];
        return new(
            row.Word("id"), row.Word("method"), row.Word("path"), row.Query().TrimStart('?'), bodies,
            bodies.Length == 0 ? null : row.Word("contentType", "application/json"));
    }

    private static Endpoint Own(string verb, string path, string? body = null) =>
        new($"{verb} {path}", verb, path, "", body is null ? [] : [body], body is null ? null : "application/json", SpeaksKie: false);

    // Nothing listens there, and no slip of a digit makes it a host on the internet.
    private static string Loopback(string body) => Regex.Replace(body, @"https?://[\w.-]+/", "http://[::1]:1/", default, TimeSpan.FromSeconds(1));
}
