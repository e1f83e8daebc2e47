using System.Text.Json;

namespace KieAi.Tests;

/// <summary>The literal files under tests/wire.</summary>
internal static class WireFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wire");

    private static readonly Lazy<JsonElement> Index = new(() => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "index.json"))));

    public static IEnumerable<JsonElement> Calls => OfClient("calls");

    public static IEnumerable<JsonElement> Callbacks => OfClient("callbacks");

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static JsonElement Json(string file) => JsonElement.Parse(Text(file));

    /// <summary>The files that a row names under these headings; none where it has no such heading.</summary>
    public static IReadOnlyList<string> Named(this JsonElement row, params string[] headings) => [.. headings.SelectMany(heading =>
        !row.TryGetProperty(heading, out var named) ? []
        : named.ValueKind == JsonValueKind.String ? [named.GetString()!]
        : named.EnumerateArray().Select(file => file.GetString()!))];

    public static string Word(this JsonElement row, string heading) => row.GetProperty(heading).GetString()!;

    private static IEnumerable<JsonElement> OfClient(string kind) =>
        Index.Value.GetProperty(kind).EnumerateArray().Where(row => row.GetProperty("sides").EnumerateArray().Any(side => side.GetString() == "client"));
}
