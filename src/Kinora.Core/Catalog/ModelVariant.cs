namespace Kinora.Core.Catalog;

/// <summary>One of the provider's own models behind a product.</summary>
public sealed record ModelVariant
{
    /// <summary>KIE's own id; unique in the catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Other ids that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Which tier of the product it is, such as <c>pro</c>; null where the product has none.</summary>
    public string? Tier { get; init; }

    /// <summary>The resolution of what it makes, such as <c>4k</c>, where no setting decides it; null where one does or it is not known.</summary>
    public string? Resolution { get; init; }

    /// <summary>Whether it is the tier of this name; any will do when none is named.</summary>
    internal bool IsTier(string? tier) => tier is null || string.Equals(Tier, tier, StringComparison.OrdinalIgnoreCase);

    /// <summary>What comes of it when that is no video: <c>character</c> or <c>analysis</c>; null for a video.</summary>
    public string? Result => Shape.Result;

    /// <summary>What it can do, each with the form to draw.</summary>
    public IReadOnlyList<ModeForm> Modes { get; init; } = [];

    /// <summary>Who runs it: those that the live service has paused last, else in the catalog's order.</summary>
    public IReadOnlyList<ModelRoute> Routes { get; init; } = [];

    /// <summary>Whether any route can be used, as far as the catalog knows. Whether its provider is connected and well is known elsewhere.</summary>
    public bool IsAvailable => Routes.Any(route => route.UnavailableReason is null);

    /// <summary>Why it cannot be used; null when it can.</summary>
    public string? UnavailableReason => IsAvailable || Routes.Count == 0 ? null : Routes[0].UnavailableReason;

    /// <summary>Whether a request without any input is known to be refused, so that one may be sent to see whether the model is there.</summary>
    public bool RefusesEmptyInput => Shape.RefusesEmptyInput;

    /// <summary>What it takes and costs, made ready at load.</summary>
    internal VariantShape Shape { get; init; } = VariantShape.Empty;
}

/// <summary>One way to have a variant made.</summary>
/// <param name="Provider">The provider's name, such as <c>kie</c>.</param>
/// <param name="Endpoint">Which of the provider's APIs: <c>jobs</c>, <c>veo</c>, <c>runway</c>, …</param>
/// <param name="WireId">The provider's id of the model there.</param>
/// <param name="UnavailableReason">Why it cannot be used, as the catalog says; null when it can.</param>
/// <param name="As">The variant in whose fields the request is written there; null for the variant itself.</param>
public sealed record ModelRoute(string Provider, string Endpoint, string WireId, string? UnavailableReason = null, string? As = null);
