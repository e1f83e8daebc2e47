namespace Kinora.Core.Catalog;

/// <summary>A product that a person picks, such as Kling 2.6.</summary>
public sealed record ModelDefinition
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Vendor { get; init; }

    /// <summary>The file that it comes from, such as <c>kling</c>.</summary>
    public string Family { get; init; } = "";
    public required string Summary { get; init; }

    /// <summary>FAST, ULTRA, CORE, NEW or PRO.</summary>
    public string? Badge { get; init; }

    /// <summary>Three colours as <c>#rrggbb</c>.</summary>
    public required IReadOnlyList<string> Gradient { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How long it usually takes, in seconds.</summary>
    public required int TypicalSeconds { get; init; }
    public required IReadOnlyList<ModelVariant> Variants { get; init; }
}

/// <summary>One of the provider's own models behind a product.</summary>
public sealed record ModelVariant
{
    /// <summary>KIE's own id, such as <c>kling-2.6/text-to-video</c>; unique in the catalog.</summary>
    public required string Id { get; init; }
}
