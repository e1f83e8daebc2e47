using System.Text.Json.Nodes;

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
}
