using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>Every model, in the order in which a person should see them, less those that a filter leaves out.</summary>
public sealed record ModelPage(IReadOnlyList<ModelResponse> Items);

/// <summary>A model with all that is needed to draw its form.</summary>
public sealed record ModelResponse
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Vendor { get; init; }
    public required string Family { get; init; }

    /// <summary>One line, in the language that was asked for.</summary>
    public required string Summary { get; init; }

    /// <summary>What it is best at, in a few words of the language that was asked for.</summary>
    public required string BestFor { get; init; }

    /// <summary>FAST, ULTRA, CORE, NEW or PRO.</summary>
    public string? Badge { get; init; }

    /// <summary>Three colours.</summary>
    public required IReadOnlyList<string> Gradient { get; init; }

    /// <summary>The shelves on which people look for it: <c>cinematic</c>, <c>fast</c>, <c>quality</c>, <c>audio</c>, …</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Its place among the models, lowest first.</summary>
    public required decimal Order { get; init; }

    /// <summary>Whether the list leaves it out; it can be used all the same.</summary>
    public required bool Hidden { get; init; }

    /// <summary>Other ids that mean this model, KIE's own among them.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>
    /// Whether its videos have a sound track: <c>always</c>, <c>never</c>, by the field sound (<c>optional</c>), that of what was given
    /// (<c>kept</c>), or nobody says (<c>unstated</c>).
    /// </summary>
    [AllowedValues("always", "optional", "never", "kept", "unstated")]
    public required string Sound { get; init; }

    /// <summary>How long it usually takes, in seconds.</summary>
    public required int TypicalSeconds { get; init; }

    /// <summary>Whether it can be used now.</summary>
    public required bool Available { get; init; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public string? UnavailableReason { get; init; }

    /// <summary>How it is doing.</summary>
    public required ModelHealthResponse Health { get; init; }

    /// <summary>Credits of its cheapest request.</summary>
    public required long FromCredits { get; init; }

    /// <summary>What it can do, each with its form, rules and prices; the first of a mode is the usual one, further ones are other tiers.</summary>
    public required IReadOnlyList<ModelMode> Modes { get; init; }
}
