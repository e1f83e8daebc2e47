using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>One path of the sandbox, with a request to it that is well formed.</summary>
/// <param name="SpeaksKie">Whether it answers in KIE's envelope.</param>
internal sealed record Endpoint(string Id, string Verb, string Path, string Query, byte[]? Body, string? ContentType, bool SpeaksKie = true)
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
        Own("GET", "/files/task_kling-2.6_1765182425861/video.mp4"),
        Own("GET", "/uploads/images/user/fox.png"),
        Own("GET", "/api/v1/nothing/here"),
    ];

    private static Endpoint OfRow(JsonElement row)
    {
        var file = row.Named("request").SingleOrDefault();
        return new(
            row.Word("id"), row.Word("method"), row.Word("path"), row.Query().TrimStart('?'), file is null ? null : Loopback(WireFiles.Text(file)),
            file is null ? null : row.Word("contentType", "application/json"));
    }

    private static Endpoint Own(string verb, string path, string? body = null) =>
        new($"{verb} {path}", verb, path, "", body is null ? null : Encoding.UTF8.GetBytes(body), body is null ? null : "application/json", SpeaksKie: false);

    // Nothing listens there, and no slip of a digit makes it a host on the internet.
    private static byte[] Loopback(string body) => Encoding.UTF8.GetBytes(
        Regex.Replace(body, @"https?://[\w.-]+/", "http://[::1]:1/", default, TimeSpan.FromSeconds(1)));
}
