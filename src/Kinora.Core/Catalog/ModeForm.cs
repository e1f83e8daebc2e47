using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>One thing that a product can do, with the form for it.</summary>
/// <param name="Mode">Such as <c>text-to-video</c>.</param>
/// <param name="Variant">The id of the variant behind it.</param>
/// <param name="Tier">Its tier; null where the product has none.</param>
/// <param name="Controls">The fields that a request in this mode may set, in the order in which a form shows them.</param>
public sealed record ModeForm(string Mode, string Variant, string? Tier, IReadOnlyList<FormControl> Controls)
{
    /// <summary>How long its videos are where the form says no duration, in seconds; null when the input or the model decides.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>What holds between the settings, beyond what each control says.</summary>
    public IReadOnlyList<FormRule> Rules { get; init; } = [];

    /// <summary>What it costs, in Kinora credits: the first that fits counts.</summary>
    public IReadOnlyList<FormPrice> Prices { get; init; } = [];
}

/// <summary>One field of the request form, as a model takes it in one mode.</summary>
public sealed record FormControl
{
    /// <summary>The field of the request form: <c>prompt</c>, <c>duration</c>, <c>firstFrame</c>, …</summary>
    public required string Role { get; init; }

    /// <summary>
    /// <c>text</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>choice</c>, <c>list</c>; for media <c>image</c>, <c>video</c>, <c>audio</c>,
    /// <c>take</c>, and <c>images</c>, <c>videos</c>, <c>audios</c> for several.
    /// </summary>
    public required string Type { get; init; }
    public required bool Required { get; init; }

    /// <summary>What is used when the request leaves it out; null when nothing is sent.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed values, in the request form's words; null when any within the limits will do.</summary>
    public IReadOnlyList<JsonNode>? Choices { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Numbers that are taken although they lie outside the limits, such as -1 for a length that the model decides.</summary>
    public IReadOnlyList<decimal>? Extra { get; init; }

    /// <summary>Shortest text, in UTF-16 characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Longest text, in UTF-16 characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the text fits.</summary>
    public string? Pattern { get; init; }

    /// <summary>Fewest items of a list that is given.</summary>
    public int? MinItems { get; init; }

    /// <summary>Most items of a list.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The fields of each item of a list of objects; null for a list of texts.</summary>
    public IReadOnlyList<FormControl>? Items { get; init; }

    /// <summary>The sentence that each choice adds to the prompt; null when the provider has a field for it.</summary>
    public IReadOnlyDictionary<string, string>? Clauses { get; init; }

    /// <summary>Content types that a file may have.</summary>
    public IReadOnlyList<string>? ContentTypes { get; init; }

    /// <summary>Largest file, in megabytes.</summary>
    public int? MaxMegabytes { get; init; }

    /// <summary>Shortest and longest length of a file, and longest of all together, in seconds.</summary>
    public decimal? MinSeconds { get; init; }
    public decimal? MaxSeconds { get; init; }
    public decimal? MaxTotalSeconds { get; init; }

    /// <summary>Shortest side, and longest, in pixels.</summary>
    public decimal? MinSide { get; init; }
    public decimal? MaxSide { get; init; }

    /// <summary>Least and greatest width times height.</summary>
    public decimal? MinPixels { get; init; }
    public decimal? MaxPixels { get; init; }

    /// <summary>Least and greatest width divided by height.</summary>
    public decimal? MinRatio { get; init; }
    public decimal? MaxRatio { get; init; }

    /// <summary>Least and most frames per second.</summary>
    public decimal? MinFrameRate { get; init; }
    public decimal? MaxFrameRate { get; init; }

    /// <summary>For a take: the variants that may have made it.</summary>
    public IReadOnlyList<string>? From { get; init; }
    public string? Description { get; init; }
}
