using System.Text.Json;

namespace KieAi.AspNetCore.Tests;

/// <summary>The literal files under tests/wire.</summary>
internal static class WireFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wire");

    private static readonly Lazy<JsonElement> Index = new(() => JsonElement.Parse(Bytes("index.json")));

    public static IEnumerable<JsonElement> Calls => OfServer("calls");

    public static IEnumerable<JsonElement> Callbacks => OfServer("callbacks");

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The files that a row names under a heading; none where it has no such heading.</summary>
    public static IEnumerable<string> Named(this JsonElement row, string heading) => !row.TryGetProperty(heading, out var named) ? []
        : named.ValueKind == JsonValueKind.String ? [named.GetString()!]
        : named.EnumerateArray().Select(file => file.GetString()!);

    /// <summary>A value of a row as text; null where it has none.</summary>
    public static string? Word(this JsonElement row, string heading) => row.TryGetProperty(heading, out var word) ? word.GetString() : null;

    private static IEnumerable<JsonElement> OfServer(string kind) =>
        Index.Value.GetProperty(kind).EnumerateArray().Where(row => row.GetProperty("sides").EnumerateArray().Any(side => side.GetString() == "server"));
}
