using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Server.Tests.Surfaces;

namespace Kinora.Server.Tests.TwoAccounts;

/// <summary>One place of one request that names a thing.</summary>
/// <param name="Where">A parameter of the path in braces, or another place.</param>
/// <param name="Name">Of the parameter or field.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Put">Puts the name there; null in the path.</param>
internal sealed partial record IdPlace(ServerCall Call, string Where, string Name, string Kind, Action<NamingRequest>? Put)
{
    /// <summary>The request that names this thing here, and elsewhere only what is the caller's own.</summary>
    /// <param name="own">Ids by what they name.</param>
    public HttpRequestMessage Request(string id, IReadOnlyDictionary<string, string> own)
    {
        var naming = new NamingRequest(id) { Body = Call.Bodies is [{ IsJson: true } first, ..] ? first.Json : null };
        Put?.Invoke(naming);
        naming.Body = naming.Body is { } asked ? JsonNode.Parse(Example().Replace(asked.ToJsonString(), own["generation"])) : null;
        if (naming.Body is JsonObject body && body.ContainsKey("version")) body["version"] = int.Parse(own["version"], CultureInfo.InvariantCulture);
        return Build(Call, (name, kind) => Put is null && Name == name ? id : own[kind], naming);
    }

    /// <summary>The request of a call that names nothing beside its path.</summary>
    public static HttpRequestMessage Plain(ServerCall call, IReadOnlyDictionary<string, string> things) =>
        Build(call, (_, kind) => things[kind], new NamingRequest("") { Body = call.Bodies is [{ IsJson: true } first, ..] ? first.Json : null });

    public override string ToString() => $"{Call}, {Where}";

    [GeneratedRegex("gen_01a2023e[0-9a-f]{24}", RegexOptions.None, 1000)]
    private static partial Regex Example();

    private static HttpRequestMessage Build(ServerCall call, Func<string, string, string> idOf, NamingRequest naming)
    {
        var path = call.PathParameters.Aggregate(call.Path, (path, one) => path.Replace(
            $"{{{one.Name}}}", IdPlaces.Segment(call, one.Before, one.Name) is { } kind ? idOf(one.Name, kind) : one.Before switch { "models" => "kling-2.6", "{generation}" => "1", "providers" => "kie", _ => "x" },
            StringComparison.Ordinal));
        var request = new HttpRequestMessage(new(call.Method), path + (naming.Query is { } query ? "?" + query : ""));
        if (naming.Header is var (name, value)) request.Headers.TryAddWithoutValidation(name, value);
        if (naming.Body is { } json) request.Content = new ByteArrayContent(CallBody.Of(json).Content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        else if (call.Bodies is [var body, ..]) request.Content = new ByteArrayContent(body.Content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(body.ContentType) } };
        return request;
    }
}

/// <summary>What a place puts into its request.</summary>
internal sealed class NamingRequest(string id)
{
    public string Id => id;
    public string? Query { get; set; }
    public (string Name, string Value)? Header { get; set; }
    public JsonNode? Body { get; set; }
}
