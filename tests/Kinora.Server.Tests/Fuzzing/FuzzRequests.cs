using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Sandbox.Tests.Fuzzing;
using Kinora.Server.Tests.Surfaces;
using Kinora.Server.Tests.TwoAccounts;

namespace Kinora.Server.Tests.Fuzzing;

/// <summary>Draws requests: some good, most with faults. The same seed and number draw the same one.</summary>
/// <param name="things">Ids that exist, by what they name.</param>
internal sealed partial class FuzzRequests(IReadOnlyList<ServerCall> calls, IReadOnlyDictionary<string, string> things, int seed)
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"];

    private static readonly string[] Types =
    [
        "", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/x-www-form-urlencoded", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "image/png", "video/mp4", "nonsense", "a/b; c",
    ];

    private static readonly string[] Words =
        ["1", "100", "true", "false", "kling-2.6", "text-to-video", "succeeded", "video", "poster", "asc", "csv", "ru", "fox", "2026-01-01T00:00:00Z", "2026-01-01", "failed", "none"];

    /// <summary>What starts work that outlives its request, or costs as much as hundreds of others, is asked less often.</summary>
    private static readonly string[] Long = ["GET /openapi.json", "POST /api/assets", "POST /api/admin/diagnostics", "POST /api/admin/probes", "POST /api/admin/providers/{id}/check"];

    /// <summary>Who asks: nobody, a user or an administrator.</summary>
    public enum Caller
    {
        Nobody,
        User,
        Administrator,
    }

    /// <summary>A request that was drawn.</summary>
    public sealed record Drawn(ServerCall Call, Caller By, HttpRequestMessage Request);

    public Drawn Draw(int number)
    {
        var random = new Random(unchecked((seed * 397) ^ (number * 486187739)));
        var call = calls[random.Next(calls.Count)];
        if (Long.Contains(call.ToString()) && random.Next(20) != 0) call = calls[random.Next(calls.Count)];
        var by = random.Next(20) switch { 0 or 1 => Caller.Nobody, < 9 when !call.IsForAdministrators => Caller.User, 2 => Caller.User, _ => Caller.Administrator };
        var body = call.Bodies.Length == 0 ? null : call.Bodies[random.Next(call.Bodies.Length)];
        var (verb, type) = (call.Method, body?.ContentType);
        var content = body is null ? null : Content(call, body, random);
        switch (random.Next(40))
        {
            case 0: verb = Verbs[random.Next(Verbs.Length)]; break;
            case 1 or 2: type = Types[random.Next(Types.Length)]; break;
            case 3: content ??= "{}"u8.ToArray(); break;
        }

        var request = new HttpRequestMessage(new HttpMethod(verb), Path(call, random) + Query(call, random));
        foreach (var header in call.Headers)
            if (random.Next(4) == 0) request.Headers.TryAddWithoutValidation(header, random.Next(2) == 0 ? "once" : Printable(StrangeValues.Word(random)));
        if (content is null) return new(call, by, request);
        request.Content = new ByteArrayContent(content);
        if (!string.IsNullOrEmpty(type)) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (random.Next(60) == 0) request.Content.Headers.ContentEncoding.Add("gzip");
        return new(call, by, request);
    }

    private byte[] Content(ServerCall call, CallBody body, Random random)
    {
        var content = body.Content;
        if (body.IsJson || body.Content[0] == '{') content = Encoding.UTF8.GetBytes(Named(call, Encoding.UTF8.GetString(content), random));
        var kind = random.Next(10);
        if (kind < 3) return content;
        if (kind is 3 or 4 || !body.IsJson) return BrokenBytes.Spoil(content, random);
        try
        {
            return BrokenJson.Spoil(content, random);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return BrokenBytes.Spoil(content, random);
        }
    }

    // Of the examples' ids some become real; their addresses lead nowhere, and no slip of a digit makes one a host on the internet.
    private string Named(ServerCall call, string json, Random random)
    {
        json = Address().Replace(json, "http://[::1]:1/");
        // Nobody is to be asked for real: a film is rendered, a provider is called.
        if (call.Path == "/api/joins") return json;
        if (call.Path == "/api/admin/providers/{id}") return json.Replace("\"kie\"", "\"none\"", StringComparison.Ordinal);
        json = Task().Replace(json, _ => random.Next(3) == 0 ? "gen_0" : things["generation"]);
        if (!json.Contains("\"model\"", StringComparison.Ordinal) || random.Next(6) != 0 || JsonNode.Parse(json) is not JsonObject form) return json;
        form["firstFrame"] = random.Next(2) == 0 ? things["asset"] : "asset_0";
        return form.ToJsonString();
    }

    private string Path(ServerCall call, Random random) => call.PathParameters.Aggregate(call.Path, (path, one) => path.Replace($"{{{one.Name}}}", random.Next(10) switch
    {
        < 7 => Real(call, one.Before, one.Name),
        7 => "none",
        _ => Uri.EscapeDataString(StrangeValues.Word(random) is var word && word is "" or "." or ".." ? "~" : word),
    }, StringComparison.Ordinal));

    private string Real(ServerCall call, string before, string name) => IdPlaces.Segment(call, before, name) is { } kind
        ? things.GetValueOrDefault(kind, "none")
        : before switch { "models" => "kling-2.6", "{generation}" => "1", "providers" => "kie", _ => "x" };

    private string Query(ServerCall call, Random random)
    {
        var fields = call.Query.Where(_ => random.Next(3) == 0).Select(name => $"{name}={random.Next(4) switch
        {
            0 => things.Values.ElementAt(random.Next(things.Count)),
            1 => Uri.EscapeDataString(StrangeValues.Word(random)),
            2 => StrangeValues.Word(random).Replace(' ', '+').Replace('#', 'x'),
            _ => Words[random.Next(Words.Length)],
        }}").ToArray();
        return fields.Length == 0 ? "" : "?" + string.Join('&', fields);
    }

    private static string Printable(string text) => new([.. text.Where(letter => letter is > ' ' and < '\u007f').Take(500)]);

    [GeneratedRegex(@"https?://[\w.-]+/?", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("gen_01a2023e[0-9a-f]{24}|task_kling[^\"]*|veo_task_[^\"]*|ee603959[^\"]*", RegexOptions.None, 1000)]
    private static partial Regex Task();
}
