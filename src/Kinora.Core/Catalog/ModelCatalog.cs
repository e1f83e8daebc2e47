using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Every model, loaded and checked once at start.</summary>
public sealed class ModelCatalog
{
    /// <summary>Loads <c>*.json</c> of a folder.</summary>
    /// <param name="live">Whether requests go to KIE.ai itself, where some models are paused, rather than to the sandbox.</param>
    /// <exception cref="CatalogException">Some file is at fault; the message lists every fault with file, JSON path and what was expected.</exception>
    public static ModelCatalog Load(string folder, bool live) => throw new NotImplementedException();

    /// <summary>In the order in which a person should see them.</summary>
    public IReadOnlyList<ModelDefinition> Models => throw new NotImplementedException();

    /// <summary>Checks a request form, fills in defaults, chooses variant and mode, makes the wire input and the quote.</summary>
    public PlanResult Plan(GenerationInput input) => throw new NotImplementedException();

    /// <summary>The variant that a provider's API knows by this id, for the sandbox; null when there is none.</summary>
    /// <param name="endpoint"><c>jobs</c> or <c>veo</c>.</param>
    public ModelVariant? FindWire(string endpoint, string wireModel) => throw new NotImplementedException();

    /// <summary>Checks wire input as the provider would: leniently about "5" and 5, strictly about enums, silently about unknown fields.</summary>
    public static IReadOnlyList<WireFault> CheckWire(ModelVariant variant, JsonObject wireInput) => throw new NotImplementedException();

    /// <summary>Reads wire input back into the request form (defaults filled in, mode told), the inverse of the mapping.</summary>
    public GenerationInput ReadWire(ModelVariant variant, JsonObject wireInput) => throw new NotImplementedException();

    /// <summary>What the provider asks for this input, in its own credits.</summary>
    public decimal UpstreamCredits(ModelVariant variant, GenerationInput input) => throw new NotImplementedException();

    /// <summary>Whether a video of this variant and input has a sound track.</summary>
    public bool HasSound(ModelVariant variant, GenerationInput input) => throw new NotImplementedException();
}

/// <summary>One reason why a provider would refuse wire input.</summary>
public sealed record WireFault(string Field, WireFaultKind Kind, string Expected);

/// <summary>The kinds of <see cref="WireFault"/>.</summary>
public enum WireFaultKind
{
    Required,
    WrongType,
    NotInEnum,
    OutOfRange,
    TooLong,
    TooMany,
}

/// <summary>A catalog that cannot be used.</summary>
public sealed class CatalogException(IReadOnlyList<string> faults) : Exception("The catalog has faults:\n" + string.Join('\n', faults))
{
    /// <summary>Each names file, JSON path and what was expected.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
