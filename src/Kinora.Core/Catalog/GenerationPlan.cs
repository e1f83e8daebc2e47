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

    /// <summary>The provider's fields. Media stand as given (asset ids or URLs) until the dispatcher exchanges them.</summary>
    public required JsonObject WireInput { get; init; }
    public required Quote Quote { get; init; }

    /// <summary>What a person should hear before paying.</summary>
    public IReadOnlyList<InputWarning> Warnings { get; init; } = [];

    /// <summary>Who is to make it.</summary>
    public ModelRoute Route => Variant.Routes[0];
}

/// <summary>A plan, or every fault of the form.</summary>
public readonly record struct PlanResult(GenerationPlan? Plan, IReadOnlyList<InputFault> Faults);
