using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinora.Core.Catalog;

/// <summary>A provider's field as a family file tells it.</summary>
internal sealed record ParameterEntry
{
    public required string Name { get; set; }
    public required WireType Type { get; set; }

    /// <summary>The fields of each item, where it is a list of objects; none for a list of strings.</summary>
    public List<ParameterEntry> Items { get; set; } = [];
    public string? Role { get; set; }
    public bool Required { get; set; }
    public JsonElement? Default { get; set; }
    public JsonElement? Unset { get; set; }
    public List<JsonElement>? Enum { get; set; }
    public Dictionary<string, string> Values { get; set; } = [];
    public Dictionary<string, Dictionary<string, JsonElement>> Shorthands { get; set; } = [];
    public decimal? Min { get; set; }
    public decimal? Max { get; set; }
    public List<decimal> Extra { get; set; } = [];
    public int? MinLength { get; set; }
    public int? MaxLength { get; set; }
    public string? Pattern { get; set; }
    public int? MinItems { get; set; }
    public int? MaxItems { get; set; }
    public List<string>? ContentTypes { get; set; }
    public int? MaxMegabytes { get; set; }
    public decimal? MinSide { get; set; }
    public decimal? MaxSide { get; set; }
    public decimal? MinPixels { get; set; }
    public decimal? MaxPixels { get; set; }
    public decimal? MinRatio { get; set; }
    public decimal? MaxRatio { get; set; }
    public decimal? MinSeconds { get; set; }
    public decimal? MaxSeconds { get; set; }
    public decimal? MaxTotalSeconds { get; set; }
    public decimal? MinFrameRate { get; set; }
    public decimal? MaxFrameRate { get; set; }
    public required string Description { get; set; }
    public string? Source { get; set; }

    /// <summary>Whether a number lies within the limits.</summary>
    public bool Takes(decimal number) => !(number < Min || number > Max) || Extra.Contains(number);
}

/// <summary>JSON types of a provider's fields; an array holds strings, or objects when it has items.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WireType>))]
internal enum WireType
{
    [JsonStringEnumMemberName("string")] String,
    [JsonStringEnumMemberName("integer")] Integer,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("boolean")] Boolean,
    [JsonStringEnumMemberName("array")] Array,
}
