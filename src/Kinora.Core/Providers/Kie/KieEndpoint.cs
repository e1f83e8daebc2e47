using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>One of KIE's APIs, as routes in the catalog name it: how a task is created there, and how it is read.</summary>
/// <param name="Path">Where it is created, as it is told to people.</param>
internal sealed record KieEndpoint(KieTaskApi Api, string Path, Func<KieClient, ProviderSubmission, CancellationToken, Task<string>> SubmitAsync)
{
    private static readonly KieRequestJsonContext Requests = KieRequestJsonContext.Default;

    private static readonly Dictionary<string, KieEndpoint> All = new()
    {
        ["jobs"] = new(
            KieTaskApi.Jobs,
            "/api/v1/jobs/createTask",
            (kie, asked, stop) => kie.CreateTaskAsync(new() { Model = asked.Model, Input = asked.Input, CallBackUrl = asked.Callback?.AbsoluteUri }, stop)),
        ["veo"] = new(
            KieTaskApi.Veo,
            "/api/v1/veo/generate",
            (kie, asked, stop) => kie.GenerateVeoAsync(Body(asked, Requests.KieVeoRequest) with { Model = asked.Model }, stop)),
        ["runway"] = new(
            KieTaskApi.Runway,
            "/api/v1/runway/generate",
            (kie, asked, stop) => kie.GenerateRunwayAsync(Body(asked, Requests.KieRunwayRequest), stop)),
        ["runway-extend"] = new(
            KieTaskApi.Runway,
            "/api/v1/runway/extend",
            (kie, asked, stop) => kie.ExtendRunwayAsync(Body(asked, Requests.KieRunwayExtendRequest), stop)),
        ["aleph"] = new(
            KieTaskApi.Aleph,
            "/api/v1/aleph/generate",
            (kie, asked, stop) => kie.GenerateAlephAsync(Body(asked, Requests.KieAlephRequest), stop)),
        ["modify"] = new(
            KieTaskApi.Modify,
            "/api/v1/modify/generate",
            (kie, asked, stop) => kie.GenerateModifyAsync(Body(asked, Requests.KieModifyRequest), stop)),
    };

    /// <exception cref="ArgumentOutOfRangeException">The catalog names an API that KIE does not have.</exception>
    public static KieEndpoint Named(string name) =>
        All.GetValueOrDefault(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "KIE.ai has no such API.");

    // The model's fields stand beside the callback there, not in an input of their own.
    private static T Body<T>(ProviderSubmission asked, JsonTypeInfo<T> type)
    {
        var body = new JsonObject(asked.Input.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())))
        {
            ["callBackUrl"] = asked.Callback?.AbsoluteUri,
        };
        return body.Deserialize(type)!;
    }
}
