using System.Text.Json;
using System.Text.Json.Nodes;
using KieAi;
using Kinora.Core.Catalog;
using Kinora.Sandbox.Tasks;
using Microsoft.AspNetCore.Http;

namespace Kinora.Sandbox.Control;

/// <summary>
/// Refuses requests without a prompt, at the APIs that have one model each, by the state of that model. KIE looks at the model before the fields; the rest of
/// these APIs does so after them.
/// </summary>
internal sealed class ModelGate(SandboxBackend backend, ModelCatalog catalog, ModelStates states)
{
    private const int LargestBody = 16 * 1024;
    private const string Veo = "/api/v1/veo/generate";

    private static readonly Dictionary<string, (string Endpoint, string Model)> Models = new(StringComparer.OrdinalIgnoreCase)
    {
        [Veo] = (CatalogEndpoint.Veo, KieVeoRequest.DefaultModel),
        ["/api/v1/runway/generate"] = (CatalogEndpoint.Runway, KieRunwayRequest.CatalogueName),
        ["/api/v1/runway/extend"] = (CatalogEndpoint.RunwayExtend, KieRunwayExtendRequest.CatalogueName),
        ["/api/v1/aleph/generate"] = (CatalogEndpoint.Aleph, KieAlephRequest.CatalogueName),
        ["/api/v1/modify/generate"] = (CatalogEndpoint.Modify, KieModifyRequest.CatalogueName),
    };

    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (await RefusalAsync(context.Request) is not var (code, message))
        {
            await next(context);
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["code"] = code, ["msg"] = message, ["data"] = null }.ToJsonString(), context.RequestAborted);
    }

    private async Task<(int Code, string Message)?> RefusalAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !Models.TryGetValue(request.Path, out var asked) || request.ContentLength is not <= LargestBody) return null;
        if (!backend.Knows(request.Headers.Authorization)) return null;
        request.EnableBuffering();
        var body = await ReadAsync(request);
        request.Body.Position = 0;
        if (body is null || Text(body, "prompt") is { Length: > 0 }) return null;
        var model = asked.Endpoint == CatalogEndpoint.Veo && Text(body, "model") is { } named ? named : asked.Model;
        return catalog.FindWire(asked.Endpoint, model) is { } variant && states.RefusalOf(model, variant.Id) is { } off ? (off.Code, off.Message) : null;
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject body, string name)
    {
        try
        {
            return body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
