using System.Text.Json;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>
/// What the provider documents of its video models, in its own words: <c>video-models.facts.json</c>. Taken from the research of
/// 2026-10-02 and never from the catalog, so that the one can be held against the other.
/// </summary>
internal static class VideoModelFacts
{
    private static readonly JsonElement Root = Read();

    public static IReadOnlyList<EntryFacts> Entries { get; } = [.. Root.GetProperty("entries").EnumerateArray().Select(one => new EntryFacts(one))];

    /// <summary>The shop's prices of seed 003, at its base resolutions: variant, form and Kinora credits.</summary>
    public static IReadOnlyList<JsonElement> Retail { get; } = [.. Root.GetProperty("retail").EnumerateArray()];

    /// <summary>Every model id that a founding document uses.</summary>
    public static IReadOnlyList<string> SeedIds { get; } = [.. Root.GetProperty("seedIds").EnumerateArray().Select(one => one.GetString()!)];

    public static EntryFacts Entry(string endpoint, string id) => Entries.Single(entry => entry.Endpoint == endpoint && entry.Id == id);

    /// <summary>Reads a file beside the tests, such as <c>catalog/veo.json</c>.</summary>
    public static JsonElement ReadJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static JsonElement Read() => ReadJson(Path.Combine(AppContext.BaseDirectory, "facts", "video-models.facts.json"));
}

/// <summary>One model as the provider documents it.</summary>
internal sealed class EntryFacts(JsonElement json)
{
    public string Id { get; } = json.GetProperty("id").GetString()!;

    /// <summary>Which of the provider's APIs, in the catalog's words.</summary>
    public string Endpoint { get; } = json.GetProperty("endpoint").GetString()!;

    /// <summary><c>documented</c>, <c>paused</c>, <c>removed-from-docs</c>, or <c>playground-only</c>: an id without any documentation.</summary>
    public string Status { get; } = json.GetProperty("status").GetString()!;
    public bool IsDocumented => Status is not "playground-only";
    public IReadOnlyList<JsonElement> Parameters { get; } = [.. json.GetProperty("parameters").EnumerateArray()];
    public IReadOnlyList<JsonElement> Prices { get; } = [.. json.GetProperty("prices").EnumerateArray()];

    public override string ToString() => $"{Endpoint} {Id}";
}
