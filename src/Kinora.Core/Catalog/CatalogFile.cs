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
    public List<RetiredEntry> Retired { get; set; } = [];
    public List<FailureEntry> Failures { get; set; } = [];
}

internal sealed record ModelEntry
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public required string Vendor { get; set; }
    public required Localized Summary { get; set; }
    public required Localized BestFor { get; set; }
    public string? Badge { get; set; }
    public required List<string> Gradient { get; set; }
    public required List<string> Categories { get; set; }
    public bool Hidden { get; set; }
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
    public List<string> Aliases { get; set; } = [];
    public string? Tier { get; set; }
    public string? Result { get; set; }
    public decimal? Seconds { get; set; }
    public string? Resolution { get; set; }
    public bool Probe { get; set; } = true;
    public required string Source { get; set; }
    public required List<ModeEntry> Modes { get; set; }
    public required List<ParameterEntry> Parameters { get; set; }
    public List<ClauseEntry> Clauses { get; set; } = [];
    public List<RuleEntry> Rules { get; set; } = [];
    public List<RefusalEntry> Refusals { get; set; } = [];
    public List<WarningEntry> Warnings { get; set; } = [];
    public Dictionary<string, LabelEntry> Labels { get; set; } = [];
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
    public List<string> From { get; set; } = [];
    public Dictionary<string, JsonElement> Item { get; set; } = [];
}

internal sealed record RouteEntry
{
    public required string Provider { get; set; }
    public required string Endpoint { get; set; }
    public required string WireId { get; set; }
    public string? As { get; set; }
    public LiveEntry? Live { get; set; }
}

internal sealed record LiveEntry
{
    public required string Reason { get; set; }
    public required string Source { get; set; }
}

internal sealed record RetiredEntry
{
    public required string Id { get; set; }
    public string? Instead { get; set; }
    public required string Reason { get; set; }
    public required string Source { get; set; }
}

internal sealed record ServicesFile
{
    public required Dictionary<string, List<string>> Services { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CatalogFile))]
[JsonSerializable(typeof(OverrideFile))]
[JsonSerializable(typeof(FailuresFile))]
[JsonSerializable(typeof(ServicesFile))]
internal sealed partial class CatalogJson : JsonSerializerContext;
