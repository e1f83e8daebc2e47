using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinora.Core.Catalog;

// The shape of catalog/<family>.json. What each field means stands in catalog/model.schema.json, which is checked first;
// setters instead of init keep the defaults of absent fields under source generation.

internal sealed record CatalogFile
{
    public required string Family { get; set; }
    public required int Order { get; set; }
    public required Dictionary<string, JsonElement> Sources { get; set; }
    public required List<ModelEntry> Models { get; set; }
}

internal sealed record ModelEntry
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Vendor { get; set; }
    public required string Summary { get; set; }
    public string? Badge { get; set; }
    public required List<string> Gradient { get; set; }
    public required List<string> Aliases { get; set; }
    public required int TypicalSeconds { get; set; }
    public required string Sound { get; set; }
    public required Dictionary<string, JsonElement> Defaults { get; set; }
    public required string Source { get; set; }
    public required List<VariantEntry> Variants { get; set; }
}

internal sealed record VariantEntry
{
    public required string Id { get; set; }
    public required string Source { get; set; }
    public required List<ModeEntry> Modes { get; set; }
    public required List<ParameterEntry> Parameters { get; set; }
    public List<RuleEntry> Rules { get; set; } = [];
    public required PricesEntry Prices { get; set; }
    public required List<RouteEntry> Routes { get; set; }
}

internal sealed record ModeEntry
{
    public required string Mode { get; set; }
    public List<MediaEntry> Media { get; set; } = [];
    public Dictionary<string, JsonElement> Set { get; set; } = [];
}

internal sealed record MediaEntry
{
    public required string Role { get; set; }
    public required string Into { get; set; }
    public bool Required { get; set; }
    public int Min { get; set; } = 1;
    public int? Max { get; set; }
}

internal sealed record ParameterEntry
{
    public required string Name { get; set; }
    public required WireType Type { get; set; }
    public string? Role { get; set; }
    public bool Required { get; set; }
    public JsonElement? Default { get; set; }
    public List<JsonElement>? Enum { get; set; }
    public Dictionary<string, string> Values { get; set; } = [];
    public decimal? Min { get; set; }
    public decimal? Max { get; set; }
    public int? MaxLength { get; set; }
    public int? MinItems { get; set; }
    public int? MaxItems { get; set; }
    public List<string>? ContentTypes { get; set; }
    public int? MaxMegabytes { get; set; }
    public required string Description { get; set; }
    public string? Source { get; set; }
}

/// <summary>JSON types of a provider's fields; an array holds strings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WireType>))]
internal enum WireType
{
    [JsonStringEnumMemberName("string")] String,
    [JsonStringEnumMemberName("integer")] Integer,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("boolean")] Boolean,
    [JsonStringEnumMemberName("array")] Array,
}

internal sealed record RuleEntry
{
    public required Dictionary<string, JsonElement> When { get; set; }
    public required string Setting { get; set; }
    public List<JsonElement>? Allowed { get; set; }
    public bool Required { get; set; }
    public required string Reason { get; set; }
    public required string Source { get; set; }
}

internal sealed record PricesEntry
{
    public required List<PriceEntry> Upstream { get; set; }
    public List<PriceEntry> Retail { get; set; } = [];
}

internal sealed record PriceEntry
{
    public required Dictionary<string, JsonElement> When { get; set; }
    public required decimal Credits { get; set; }
    public required string Per { get; set; }
    public int? Every { get; set; }
    public decimal? Base { get; set; }
    public required string Source { get; set; }
}

internal sealed record RouteEntry
{
    public required string Provider { get; set; }
    public required string Endpoint { get; set; }
    public required string WireId { get; set; }
    public LiveEntry? Live { get; set; }
}

internal sealed record LiveEntry
{
    public required string Reason { get; set; }
    public required string Source { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CatalogFile))]
internal sealed partial class CatalogJson : JsonSerializerContext;
