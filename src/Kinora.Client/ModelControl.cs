using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>One field of the request form, as this model takes it in this mode.</summary>
public sealed record ModelControl
{
    /// <summary>The field of the request form: <c>prompt</c>, <c>duration</c>, <c>firstFrame</c>, …; <c>parameters.name</c> for the provider's own.</summary>
    public required string Role { get; init; }

    /// <summary>
    /// <c>text</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>choice</c> or <c>list</c>; for media <c>image</c>, <c>video</c>, <c>audio</c>, several of which are
    /// <c>images</c>, <c>videos</c>, <c>audios</c>; <c>take</c> for the id of an earlier generation.
    /// </summary>
    [AllowedValues("text", "integer", "number", "boolean", "choice", "list", "image", "images", "video", "videos", "audio", "audios", "take")]
    public required string Type { get; init; }
    public required bool Required { get; init; }

    /// <summary>What is used when the request leaves it out; null when nothing is sent.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed values, in the request form's words; null when any within the limits will do.</summary>
    public IReadOnlyList<JsonNode>? Choices { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Numbers that are taken although they lie outside min and max, such as -1 for a length that the model decides.</summary>
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

    /// <summary>The fields of each item, for a list of objects; null for a list of texts.</summary>
    public IReadOnlyList<ModelControl>? Items { get; init; }

    /// <summary>The sentence that each choice adds to the prompt; null when the provider has a field for it.</summary>
    public IReadOnlyDictionary<string, string>? Clauses { get; init; }

    /// <summary>Content types that a file may have.</summary>
    public IReadOnlyList<string>? ContentTypes { get; init; }

    /// <summary>Largest file, in megabytes.</summary>
    public int? MaxMegabytes { get; init; }

    /// <summary>Shortest length of a file, in seconds.</summary>
    public decimal? MinSeconds { get; init; }

    /// <summary>Longest length of a file, in seconds; 600 when absent.</summary>
    public decimal? MaxSeconds { get; init; }

    /// <summary>Longest length of all files of this field together, in seconds.</summary>
    public decimal? MaxTotalSeconds { get; init; }

    /// <summary>Shortest side at least, in pixels.</summary>
    public decimal? MinSide { get; init; }

    /// <summary>Longest side at most, in pixels.</summary>
    public decimal? MaxSide { get; init; }

    /// <summary>Least width times height.</summary>
    public decimal? MinPixels { get; init; }

    /// <summary>Most width times height.</summary>
    public decimal? MaxPixels { get; init; }

    /// <summary>Least width divided by height.</summary>
    public decimal? MinRatio { get; init; }

    /// <summary>Greatest width divided by height.</summary>
    public decimal? MaxRatio { get; init; }

    /// <summary>Least frames per second.</summary>
    public decimal? MinFrameRate { get; init; }

    /// <summary>Most frames per second.</summary>
    public decimal? MaxFrameRate { get; init; }

    /// <summary>For a take: KIE's ids of the variants that may have made it.</summary>
    public IReadOnlyList<string>? From { get; init; }
    public string? Description { get; init; }
}
