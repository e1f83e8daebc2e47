using System.Text.Json.Nodes;
using KieAi;
using Kinora.Core.Catalog;

namespace Kinora.Sandbox.Tasks;

/// <summary>A create call.</summary>
/// <param name="Api">One of <see cref="TaskApi"/>: in whose words the task will be told.</param>
/// <param name="Endpoint">One of <see cref="CatalogEndpoint"/>: where the catalog finds its model.</param>
/// <param name="Model">The model as the caller named it.</param>
/// <param name="Wire">The model's fields.</param>
/// <param name="CallBackUrl">Where the finished task is posted; null for nowhere.</param>
internal sealed record TaskOrder(string Api, string Endpoint, string Model, JsonObject Wire, string? CallBackUrl)
{
    /// <summary>The whole body, where the model's fields are only a part of it.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The variant whose take it is priced as continuing; null leaves it to the task that it continues.</summary>
    public string? Continues { get; init; }

    /// <summary>What the one form for all services comes to: a jobs task.</summary>
    public static TaskOrder Of(GenerationPlan plan, string? callBackUrl) =>
        new(TaskApi.Service, plan.Route.Endpoint, plan.Route.WireId, plan.WireInput, callBackUrl) { Body = ServiceBody(plan, callBackUrl) };

    /// <summary>The create body of that jobs task.</summary>
    public static JsonObject ServiceBody(GenerationPlan plan, string? callBackUrl) =>
        new() { ["model"] = plan.Route.WireId, ["callBackUrl"] = callBackUrl, ["input"] = plan.WireInput.DeepClone() };

    /// <summary>The fields of a Veo extension, as the catalog knows them.</summary>
    public static JsonObject ExtensionOf(KieVeoExtendRequest request) =>
        new() { ["task_id"] = request.TaskId, ["prompt"] = request.Prompt, ["seeds"] = request.Seeds, ["watermark"] = request.Watermark };
}
