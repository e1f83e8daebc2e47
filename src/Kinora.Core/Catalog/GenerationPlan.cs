using System.Text.Json.Nodes;
using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A request form that the catalog accepted: defaults filled in, variant and mode chosen, wire input made, price known.</summary>
public sealed record GenerationPlan
{
    public required ModelDefinition Model { get; init; }
    public required ModelVariant Variant { get; init; }

    /// <summary>The chosen mode, such as <c>image-to-video</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The form with every default that the catalog filled in.</summary>
    public required GenerationInput Input { get; init; }

    public required Quote Quote { get; init; }

    /// <summary>What a person should hear before paying.</summary>
    public IReadOnlyList<InputWarning> Warnings { get; init; } = [];

    /// <summary>Who may make it, in the order in which they are asked; at least one.</summary>
    public required IReadOnlyList<PlannedRoute> Routes { get; init; }

    /// <summary>Who is asked first.</summary>
    public ModelRoute Route => Routes[0].Route;

    /// <summary>What the first is asked.</summary>
    public JsonObject WireInput => Routes[0].WireInput;
}

/// <summary>One of those who may make it, and what it is to be asked.</summary>
/// <param name="WireInput">The provider's fields. Media stand as given (asset ids or URLs) until the dispatcher exchanges them.</param>
public sealed record PlannedRoute(ModelRoute Route, JsonObject WireInput);

/// <summary>A plan, or every fault of the form.</summary>
public readonly record struct PlanResult(GenerationPlan? Plan, IReadOnlyList<InputFault> Faults);
