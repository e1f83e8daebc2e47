using System.Text.Json;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>The catalog's files as plain JSON, read without Kinora's loader: what it says is held against the facts, not what it becomes.</summary>
internal static class RawCatalog
{
    // Not by way of Shipped, whose loading may fail.
    private static readonly JsonElement[] Families =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalog"), "*.json")
            .Select(VideoModelFacts.ReadJson).Where(file => file.TryGetProperty("family", out _)),
    ];

    public static IReadOnlyList<JsonElement> Models { get; } = [.. Families.SelectMany(family => List(family, "models"))];

    public static IReadOnlyList<RawVariant> Variants { get; } =
        [.. Models.SelectMany(model => List(model, "variants").Select(variant => new RawVariant(model, variant)))];

    public static IReadOnlyList<JsonElement> Retired { get; } = [.. Families.SelectMany(family => List(family, "retired"))];

    /// <summary>Every id that a request may name a model by.</summary>
    public static IReadOnlySet<string> Names { get; } =
        Models.Concat(Variants.Select(variant => variant.Json)).SelectMany(one => Texts(one, "aliases").Append(Text(one, "id"))).ToHashSet();

    /// <summary>The variant behind one of the provider's own models; null when there is none.</summary>
    public static RawVariant? Find(string endpoint, string wireId) => Variants.SingleOrDefault(variant => variant.Routes.Contains(("kie", endpoint, wireId)));

    public static IEnumerable<JsonElement> List(JsonElement json, string field) =>
        json.TryGetProperty(field, out var list) ? list.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Fields(JsonElement json, string field) =>
        json.TryGetProperty(field, out var fields) ? fields.EnumerateObject() : [];

    public static string Text(JsonElement json, string field) => json.GetProperty(field).GetString()!;

    public static IEnumerable<string> Texts(JsonElement json, string field) => List(json, field).Select(one => one.GetString()!);
}

/// <summary>One of the provider's own models, as the catalog's file has it.</summary>
internal sealed class RawVariant(JsonElement model, JsonElement json)
{
    public JsonElement Model { get; } = model;
    public JsonElement Json { get; } = json;
    public string Id { get; } = RawCatalog.Text(json, "id");
    public IReadOnlyList<JsonElement> Parameters { get; } = [.. RawCatalog.List(json, "parameters")];
    public IReadOnlyList<JsonElement> Modes { get; } = [.. RawCatalog.List(json, "modes")];

    public IReadOnlyList<(string Provider, string Endpoint, string WireId)> Routes { get; } =
        [.. RawCatalog.List(json, "routes").Select(one => (RawCatalog.Text(one, "provider"), RawCatalog.Text(one, "endpoint"), RawCatalog.Text(one, "wireId")))];

    public override string ToString() => Id;
}
