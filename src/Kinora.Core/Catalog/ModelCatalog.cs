using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Every model, loaded and checked once at start.</summary>
public sealed class ModelCatalog
{
    private readonly ModelIndex _index;
    private readonly Planner _planner;

    private ModelCatalog(LoadedCatalog loaded)
    {
        Models = loaded.Models;
        Failures = loaded.Failures;
        _index = new(loaded.Models, loaded.Retired);
        Services = loaded.Services.ToDictionary(
            one => one.Key, IReadOnlyList<ModelDefinition> (one) => [.. one.Value.Select(id => _index.Find(id)!.Value.Model)], StringComparer.OrdinalIgnoreCase);
        _planner = new(_index);
    }

    /// <summary>Loads <c>*.json</c> of a folder.</summary>
    /// <param name="live">Whether requests go to KIE.ai itself, where some models are paused, rather than to the sandbox.</param>
    /// <param name="overridePath">The operator's <c>catalog.override.json</c>; none when null or not there.</param>
    /// <exception cref="CatalogException">
    /// Some file is at fault; the message lists every fault with file, JSON path and what was expected.
    /// </exception>
    public static ModelCatalog Load(string folder, bool live, string? overridePath = null) =>
        new(CatalogLoader.Load(folder, live, overridePath));

    /// <summary>In the order in which a person should see them; hidden ones too.</summary>
    public IReadOnlyList<ModelDefinition> Models { get; }

    /// <summary>What providers' failures mean.</summary>
    public FailureTable Failures { get; }

    /// <summary>The products of each service of the one form that early callers of KIE.ai have; the first that does what is asked for is taken.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ModelDefinition>> Services { get; }

    /// <summary>The model of a product id, alias or variant id; null when there is none.</summary>
    public ModelDefinition? Find(string id) => _index.Find(id)?.Model;

    /// <summary>The variant of a variant id or one of its aliases; null for every other name.</summary>
    public ModelVariant? FindVariant(string id) => _index.Find(id)?.Pinned;

    /// <summary>Whether it is an id that was left out, or taken out, on purpose.</summary>
    public bool IsRetired(string id) => _index.IsRetired(id);

    /// <summary>The refusal of a name that <see cref="Find"/> does not know: what took its place, or what it may have meant.</summary>
    public InputFault Unknown(string id) => _index.Unknown(id);

    /// <summary>Checks a request form, fills in defaults, chooses variant and mode, makes the wire input and the quote.</summary>
    /// <param name="facts">What is known of its media; limits on files are checked, and lengths priced, as far as they are known.</param>
    public PlanResult Plan(GenerationInput input, InputFacts? facts = null) => _planner.Plan(input, facts ?? InputFacts.None);

    /// <summary>The form of the variant and mode that a request is for, as far as its media tell; null when there is none such.</summary>
    public ModeForm? FormOf(GenerationInput input) =>
        _index.Find(input.Model) is var (model, pinned) && VariantChoice.Of(model, pinned, input) is var (variant, mode)
            ? variant.Modes.FirstOrDefault(one => one.Mode == mode.Name)
            : null;

    /// <summary>The variant that a provider's API knows by this id, for the sandbox; null when there is none.</summary>
    /// <param name="endpoint">Which of the provider's APIs, as routes name it: <c>jobs</c>, <c>veo</c>, …</param>
    public ModelVariant? FindWire(string endpoint, string wireModel) => _index.FindWire(endpoint, wireModel);

    /// <summary>
    /// Checks wire input as the provider would: leniently about "5" and 5, strictly about enums, silently about unknown fields.
    /// </summary>
    public static IReadOnlyList<WireFault> CheckWire(ModelVariant variant, JsonObject wireInput) => WireCheck.Faults(variant, wireInput, out _);

    /// <summary>The same, with what input without faults means: see <see cref="ReadWire"/>.</summary>
    public static (IReadOnlyList<WireFault> Faults, GenerationInput? Input) TakeWire(ModelVariant variant, JsonObject wireInput) =>
        (WireCheck.Faults(variant, wireInput, out var input), input);

    /// <summary>What the provider refuses with words of its own, before it looks at single fields; null when it does not.</summary>
    public static WireRefusalText? RefusalOf(ModelVariant variant, JsonObject wireInput) => WireRefusals.Of(variant.Shape, wireInput);

    /// <summary>The first references that are too short or too long, as far as they were measured; null when there are none.</summary>
    public static LengthFault? CheckLengths(ModelVariant variant, GenerationInput input, InputFacts facts) => LengthFault.Find(variant.Shape, input, facts);

    /// <summary>A JSON schema of the provider's input.</summary>
    public static JsonObject DrawWire(ModelVariant variant) => WireSchema.Of(variant.Shape);

    /// <summary>What the provider asks, in its own credits.</summary>
    public static IReadOnlyList<ListedPrice> UpstreamPrices(ModelVariant variant) => [.. variant.Shape.Prices.Upstream.Select(row => ListedPrice.Of(row))];

    /// <summary>What Kinora asks, in its own credits: the first that fits counts.</summary>
    public static IReadOnlyList<ListedPrice> Prices(ModelVariant variant)
    {
        var table = variant.Shape.Prices;
        return [.. table.Retail.Select(row => ListedPrice.Of(row)), .. table.Upstream.Select(row => ListedPrice.Of(row, table.Terms.Factor))];
    }

    /// <summary>The provider's field that carries a field of the request form; null where the variant has none.</summary>
    /// <param name="role">The form's field: <c>duration</c>, <c>firstFrame</c>, …</param>
    public static string? WireField(ModelVariant variant, string? mode, string role)
    {
        var shape = variant.Shape.Mode(mode);
        return shape.Find(role)?.Parameter.Name ?? shape.Media.FirstOrDefault(slot => slot.Role.Name == role)?.Into.Name;
    }

    /// <summary>Reads wire input back into the request form (defaults filled in, mode told), the inverse of the mapping.</summary>
    public GenerationInput ReadWire(ModelVariant variant, JsonObject wireInput) => WireReader.Read(variant, WireReader.Mode(variant.Shape, wireInput), wireInput, out _);

    /// <summary>What the provider asks for this input at most, in its own credits; null where it has no price for it.</summary>
    public decimal? UpstreamCredits(ModelVariant variant, GenerationInput input, InputFacts? facts = null) =>
        variant.Shape.Prices.UpstreamCredits(Case(variant, input, facts ?? InputFacts.None));

    /// <summary>Whether a video of this variant and input has a sound track of its own making; null when it keeps that of its input.</summary>
    public bool? HasSound(ModelVariant variant, GenerationInput input) => variant.Shape.Sound switch
    {
        "always" => true,
        "optional" => Case(variant, input, InputFacts.None).Values.GetValueOrDefault(FormRole.Sound) is "true",
        "kept" or "unstated" => null,
        _ => false,
    };

    /// <summary>How long what is made of this input is, in seconds; null when the input or the model decides.</summary>
    public decimal? Seconds(ModelVariant variant, GenerationInput input)
    {
        if (input.Duration is { } duration) return duration > 0 ? duration : null;
        if (variant.Shape.Seconds is { } length) return length;
        if (variant.Shape.Prices.Upstream.FirstOrDefault(row => row.Over is not null) is not { } framed) return null;
        var one = Case(variant, input, InputFacts.None);
        return framed.Of.Sum(of => one.Count(of).Number) / Math.Max(1, one.Count(framed.Over!).Number);
    }

    private static PriceCase Case(ModelVariant variant, GenerationInput input, InputFacts facts)
    {
        var mode = variant.Shape.Mode(input.Mode);
        return new(variant.Shape, mode, FormValues.Of(mode, input, facts), input, facts);
    }
}
