using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.Surfaces;

/// <summary>Everything that a server routes: from its routes, the API's description, the literal files of KIE's API, and requests of OpenAI's.</summary>
internal static partial class ServerCalls
{
    private static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(Repository.Path("docs", "openapi.json")))!;

    /// <summary>What is described elsewhere: OpenAI's API, ids of models that hold slashes, and the description itself.</summary>
    private static readonly Dictionary<string, (string[] Query, string[] Bodies)> Undescribed = new()
    {
        ["POST /v1/videos"] = ([], ["""{"model":"kling-2.6","prompt":"A kite","seconds":"5","size":"1280x720"}""", """{"model":"kling-2.6","prompt":"A kite","seconds":"5","input_reference":"none"}"""]),
        ["GET /v1/videos"] = (["limit", "order", "after"], []),
        ["GET /v1/videos/{id}"] = ([], []),
        ["DELETE /v1/videos/{id}"] = ([], []),
        ["GET /v1/videos/{id}/content"] = (["variant"], []),
        ["POST /v1/videos/{id}/remix"] = ([], ["""{"prompt":"A red kite"}"""]),
        ["GET /api/models/{path}"] = (["lang"], []),
        ["GET /v1/models"] = ([], []),
        ["GET /v1/models/{id}"] = ([], []),
        ["GET /files/{token}/{name}"] = ([], []),
        ["GET /openapi.json"] = ([], []),
    };

    /// <summary>What providers post, in words of their own.</summary>
    private static readonly Dictionary<string, string> Callbacks = new()
    {
        ["/api/webhooks/kie"] = """{"code":200,"data":{"taskId":"task_1","state":"success"}}""",
        ["/api/webhooks/veo"] = """{"code":200,"data":{"taskId":"task_1"}}""",
        ["/api/webhooks/replicate"] = """{"id":"task_1","status":"succeeded"}""",
    };

    public static IReadOnlyList<ServerCall> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Of)];

    private static IEnumerable<ServerCall> Of(RouteEndpoint endpoint)
    {
        var path = Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "{${name}}");
        var admin = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy is not null);
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD").ToArray();
        if (methods is null) return OfWire(path);
        return methods.Select(method => OfDescription(method, path, admin) ?? OfTable(method, path, admin));
    }

    private static ServerCall? OfDescription(string method, string path, bool admin)
    {
        if (Document["paths"]![path]?[method.ToLowerInvariant()] is not { } operation) return null;
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(one => (Name: one!.Text("name"), In: one!.Text("in"))).ToArray();
        var bodies = (operation["requestBody"]?["content"]?.AsObject() ?? []).SelectMany(content => content.Key switch
        {
            "application/json" => Examples(content.Value!).Select(CallBody.Of),
            "multipart/form-data" => [Form("file")],
            var other => [new CallBody(other.Replace("*", "png", StringComparison.Ordinal), Pictures.Png)],
        });
        return new(
            method, path, [.. parameters.Where(one => one.In == "query").Select(one => one.Name)], [.. parameters.Where(one => one.In == "header").Select(one => one.Name)],
            [.. bodies.Concat(Callbacks.TryGetValue(path, out var callback) ? [CallBody.Of(JsonNode.Parse(callback)!)] : [])], operation["requestBody"]?["content"]?["application/json"]?["schema"], admin);
    }

    private static ServerCall OfTable(string method, string path, bool admin) => Undescribed.TryGetValue($"{method} {path}", out var known)
        ? new(method, path, known.Query, [], [.. known.Bodies.Select(json => CallBody.Of(JsonNode.Parse(json)!))], null, admin)
        : throw new InvalidOperationException($"{method} {path} is not in docs/openapi.json: say in {nameof(ServerCalls)} how it is asked, so that it is tested.");

    // A path of KIE's answers every verb, and its files tell which is right.
    private static IEnumerable<ServerCall> OfWire(string path)
    {
        var rows = WireFiles.Calls("server").Where(row => row.Word("path") == path || (path.EndsWith("models/{path}", StringComparison.Ordinal) && row.Word("path").EndsWith("/schema", StringComparison.Ordinal))).ToArray();
        if (rows.Length == 0) throw new InvalidOperationException($"{path} is not in tests/wire: add a request to it there, so that it is tested.");
        return rows.Select(row => new ServerCall(
            row.Word("method"), path, [.. row.TryGetProperty("query", out var query) ? query.EnumerateObject().Select(field => field.Name) : []], [],
            [.. row.Named("request", "requestVariants").Select(file => new CallBody(row.Word("contentType", "application/json"), WireFiles.Bytes(file)))], null, false));
    }

    private static CallBody Form(string name) => new(
        "multipart/form-data; boundary=kie-boundary",
        [.. Encoding.UTF8.GetBytes($"--kie-boundary\r\nContent-Disposition: form-data; name={name}; filename=fox.png\r\nContent-Type: image/png\r\n\r\n"), .. Pictures.Png, .. "\r\n--kie-boundary--\r\n"u8]);

    private static IEnumerable<JsonNode> Examples(JsonNode body) => (body["examples"]?.AsObject() ?? [])
        .Select(example => Document["components"]!["examples"]![example.Value!.Text("$ref").Split('/')[^1]]!["value"]!);

    /// <summary>What a schema, or what it refers to, says.</summary>
    public static JsonNode Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]! : schema;

    [GeneratedRegex(@"\{\**(?<name>\w+)(:[^}]*)?\??\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constraint();
}
