using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>Every model, in the order in which a person should see them.</summary>
public sealed record ModelPage(IReadOnlyList<ModelResponse> Items);

/// <summary>A model with all that is needed to draw its form.</summary>
public sealed record ModelResponse
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Vendor { get; init; }
    public required string Family { get; init; }
    public required string Summary { get; init; }

    /// <summary>FAST, ULTRA, CORE, NEW or PRO.</summary>
    public string? Badge { get; init; }

    /// <summary>Three colours.</summary>
    public required IReadOnlyList<string> Gradient { get; init; }

    /// <summary>Other ids that mean this model, KIE's own among them.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary><c>always</c>, <c>optional</c> or <c>never</c>.</summary>
    [AllowedValues("always", "optional", "never")]
    public required string Sound { get; init; }

    /// <summary>How long it usually takes, in seconds.</summary>
    public required int TypicalSeconds { get; init; }

    /// <summary>Whether it can be used now.</summary>
    public required bool Available { get; init; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public string? UnavailableReason { get; init; }

    /// <summary>Credits of its cheapest request.</summary>
    public required long FromCredits { get; init; }
    public required IReadOnlyList<ModelMode> Modes { get; init; }
}

/// <summary>One thing that a model can do.</summary>
/// <param name="Mode">Such as <c>text-to-video</c>.</param>
/// <param name="Variant">KIE's own id behind it.</param>
/// <param name="Controls">The fields that a request in this mode may set.</param>
public sealed record ModelMode(string Mode, string Variant, IReadOnlyList<ModelControl> Controls);

/// <summary>One field of the request form, as this model takes it in this mode.</summary>
public sealed record ModelControl
{
    /// <summary>The field of the request form: <c>prompt</c>, <c>duration</c>, <c>firstFrame</c>, …</summary>
    public required string Role { get; init; }

    /// <summary><c>text</c>, <c>integer</c>, <c>boolean</c>, <c>choice</c>, <c>image</c> or <c>images</c>.</summary>
    [AllowedValues("text", "integer", "boolean", "choice", "image", "images")]
    public required string Type { get; init; }
    public required bool Required { get; init; }

    /// <summary>What is used when the request leaves it out; null when nothing is sent.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed values, in the request form's words; null when any within the limits will do.</summary>
    public IReadOnlyList<JsonNode>? Choices { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Longest text, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Fewest items of a list that is given.</summary>
    public int? MinItems { get; init; }

    /// <summary>Most items of a list.</summary>
    public int? MaxItems { get; init; }

    /// <summary>Content types that a picture may have.</summary>
    public IReadOnlyList<string>? ContentTypes { get; init; }

    /// <summary>Largest picture, in megabytes.</summary>
    public int? MaxMegabytes { get; init; }
    public string? Description { get; init; }
}
