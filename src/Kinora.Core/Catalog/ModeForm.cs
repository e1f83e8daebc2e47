using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>One thing that a product can do, with the form for it.</summary>
/// <param name="Mode">Such as <c>text-to-video</c>.</param>
/// <param name="Variant">The id of the variant behind it.</param>
/// <param name="Controls">The fields that a request in this mode may set, in the order in which a form shows them.</param>
public sealed record ModeForm(string Mode, string Variant, IReadOnlyList<FormControl> Controls);

/// <summary>One field of the request form, as a model takes it in one mode.</summary>
public sealed record FormControl
{
    /// <summary>The field of the request form: <c>prompt</c>, <c>duration</c>, <c>firstFrame</c>, …</summary>
    public required string Role { get; init; }

    /// <summary><c>text</c>, <c>integer</c>, <c>boolean</c>, <c>choice</c>, <c>image</c> or <c>images</c>.</summary>
    public required string Type { get; init; }
    public required bool Required { get; init; }

    /// <summary>What is used when the request leaves it out; null when nothing is sent.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed values, in the request form's words; null when any within the limits will do.</summary>
    public IReadOnlyList<JsonNode>? Choices { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Longest text, in UTF-16 characters.</summary>
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
