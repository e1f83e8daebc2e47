namespace Kinora.Core.Catalog;

/// <summary>A product that a person picks, such as Kling 2.6.</summary>
public sealed record ModelDefinition
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Vendor { get; init; }

    /// <summary>The file that it comes from, such as <c>kling</c>.</summary>
    public string Family { get; init; } = "";
    public required Localized Summary { get; init; }

    /// <summary>What it is best at, in a few words.</summary>
    public required Localized BestFor { get; init; }

    /// <summary>FAST, ULTRA, CORE, NEW or PRO.</summary>
    public string? Badge { get; init; }

    /// <summary>Three colours as <c>#rrggbb</c>.</summary>
    public required IReadOnlyList<string> Gradient { get; init; }

    /// <summary>The shelves on which people look for it, such as <c>cinematic</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether it is not listed for people; it answers to its ids all the same.</summary>
    public bool Hidden { get; init; }

    /// <summary>Its place among the products, lowest first.</summary>
    public decimal Order { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How long it usually takes, in seconds.</summary>
    public required int TypicalSeconds { get; init; }

    /// <summary>
    /// Whether its videos have a sound track: <c>always</c>, <c>never</c>, by the sound setting (<c>optional</c>), that of what was given
    /// (<c>kept</c>), or nobody says (<c>unstated</c>).
    /// </summary>
    public string Sound { get; init; } = "never";
    public required IReadOnlyList<ModelVariant> Variants { get; init; }

    /// <summary>What it can do, each with the form to draw; the first of a mode is the usual one, further ones are other tiers.</summary>
    public IReadOnlyList<ModeForm> Modes { get; init; } = [];

    /// <summary>Credits of its cheapest request.</summary>
    public long FromCredits { get; init; }

    /// <summary>Whether any of its variants can be used, as far as the catalog knows.</summary>
    public bool IsAvailable => Variants.Any(variant => variant.IsAvailable);

    /// <summary>Why it cannot be used, as the catalog says; null when it can.</summary>
    public string? UnavailableReason => IsAvailable ? null : Variants[0].UnavailableReason;

    /// <summary>How long Kinora waits for it at most: ten times the typical time, and at least half an hour.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(Math.Max(1800, 10 * TypicalSeconds));
}
