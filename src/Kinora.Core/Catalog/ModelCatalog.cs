using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Every model, loaded and checked once at start.</summary>
public sealed class ModelCatalog
{
    private readonly ModelIndex _index;
    private readonly Planner _planner;

    private ModelCatalog(IReadOnlyList<ModelDefinition> models)
    {
        Models = models;
        _index = new(models);
        _planner = new(_index);
    }

    /// <summary>Loads <c>*.json</c> of a folder.</summary>
    /// <param name="live">Whether requests go to KIE.ai itself, where some models are paused, rather than to the sandbox.</param>
    /// <exception cref="CatalogException">
    /// Some file is at fault; the message lists every fault with file, JSON path and what was expected.
    /// </exception>
    public static ModelCatalog Load(string folder, bool live) => new(CatalogLoader.Load(folder, live));

    /// <summary>In the order in which a person should see them.</summary>
    public IReadOnlyList<ModelDefinition> Models { get; }

    /// <summary>The model of a product id, alias or variant id; null when there is none.</summary>
    public ModelDefinition? Find(string id) => _index.Find(id)?.Model;

    /// <summary>Checks a request form, fills in defaults, chooses variant and mode, makes the wire input and the quote.</summary>
    /// <param name="facts">What is known of its media; limits on files are checked, and lengths priced, as far as they are known.</param>
    public PlanResult Plan(GenerationInput input, InputFacts? facts = null) => _planner.Plan(input, facts ?? InputFacts.None);

    /// <summary>The variant that a provider's API knows by this id, for the sandbox; null when there is none.</summary>
    /// <param name="endpoint"><c>jobs</c> or <c>veo</c>.</param>
    public ModelVariant? FindWire(string endpoint, string wireModel) => _index.FindWire(endpoint, wireModel);

    /// <summary>
    /// Checks wire input as the provider would: leniently about "5" and 5, strictly about enums, silently about unknown fields.
    /// </summary>
    public static IReadOnlyList<WireFault> CheckWire(ModelVariant variant, JsonObject wireInput) =>
        WireCheck.Faults(variant.Shape, wireInput);

    /// <summary>Reads wire input back into the request form (defaults filled in, mode told), the inverse of the mapping.</summary>
    public GenerationInput ReadWire(ModelVariant variant, JsonObject wireInput) => WireReader.Read(variant, wireInput);

    /// <summary>What the provider asks for this input, in its own credits.</summary>
    /// <exception cref="ArgumentException">The input is not one that <see cref="CheckWire"/> or <see cref="Plan"/> accepts.</exception>
    public decimal UpstreamCredits(ModelVariant variant, GenerationInput input) =>
        variant.Shape.Prices.UpstreamCredits(Values(variant, input));

    /// <summary>Whether a video of this variant and input has a sound track.</summary>
    public bool HasSound(ModelVariant variant, GenerationInput input) => variant.Shape.Sound switch
    {
        "always" => true,
        "optional" => Values(variant, input).GetValueOrDefault(FormRole.Sound) is "true",
        _ => false,
    };

    private static Dictionary<string, string> Values(ModelVariant variant, GenerationInput input)
    {
        var mode = variant.Shape.Mode(input.Mode);
        var values = new Dictionary<string, string> { [Condition.Mode] = mode.Name };
        foreach (var setting in mode.Settings)
        {
            if ((setting.Parameter.Role?.Get(input) ?? setting.Default) is { } value) values[setting.Key] = value;
        }

        return values;
    }
}
