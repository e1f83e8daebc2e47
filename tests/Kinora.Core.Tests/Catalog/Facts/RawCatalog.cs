using System.Text.Json;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>The catalog's files as plain JSON, read without Kinora's loader: what it says is held against the facts, not what it becomes.</summary>
internal static class RawCatalog
{
    // Not by way of Shipped, whose loading may fail.
    private static readonly JsonElement[] Families =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalog"), "*.json")
            .Select(VideoModelFacts.ReadJson).Where(file => file.Has("family")),
    ];

    public static IReadOnlyList<JsonElement> Models { get; } = [.. Families.SelectMany(family => family.List("models"))];

    public static IReadOnlyList<RawVariant> Variants { get; } =
        [.. Models.SelectMany(model => model.List("variants").Select(variant => new RawVariant(model, variant)))];

    public static IReadOnlyList<JsonElement> Retired { get; } = [.. Families.SelectMany(family => family.List("retired"))];

    /// <summary>Every id that a request may name a model by.</summary>
    public static IReadOnlySet<string> Names { get; } =
        Models.Concat(Variants.Select(variant => variant.Json)).SelectMany(one => one.Texts("aliases").Append(one.Text("id"))).ToHashSet();

    /// <summary>The variant behind one of the provider's own models; null when there is none.</summary>
    public static RawVariant? Find(string endpoint, string wireId) =>
        Variants.SingleOrDefault(variant => variant.Routes.Contains(("kie", endpoint, wireId)));
}

/// <summary>One of the provider's own models, as the catalog's file has it.</summary>
internal sealed class RawVariant(JsonElement model, JsonElement json)
{
    public JsonElement Model { get; } = model;
    public JsonElement Json { get; } = json;
    public string Id { get; } = json.Text("id");
    public IReadOnlyList<JsonElement> Parameters { get; } = [.. json.List("parameters")];
    public IReadOnlyList<JsonElement> Modes { get; } = [.. json.List("modes")];

    public IReadOnlyList<(string Provider, string Endpoint, string WireId)> Routes { get; } =
        [.. json.List("routes").Select(one => (one.Text("provider"), one.Text("endpoint"), one.Text("wireId")))];

    public override string ToString() => Id;
}
