using System.Text.Json;

namespace Kinora.Testing;

/// <summary>The literal files under tests/wire, to which the client, the server half and the sandbox are each held.</summary>
public static class WireFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wire");

    private static readonly Lazy<JsonElement> Index = new(() => Json("index.json"));

    /// <summary>The calls that a side has: <c>client</c>, <c>server</c> or <c>sandbox</c>.</summary>
    public static IEnumerable<JsonElement> Calls(string side) => Rows("calls", side);

    /// <summary>The callbacks that a side has.</summary>
    public static IEnumerable<JsonElement> Callbacks(string side) => Rows("callbacks", side);

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static JsonElement Json(string file) => JsonElement.Parse(Bytes(file));

    /// <summary>The files that a row names under these headings; none where it has no such heading.</summary>
    public static IReadOnlyList<string> Named(this JsonElement row, params string[] headings) => [.. headings.SelectMany(heading =>
        !row.TryGetProperty(heading, out var named) ? []
        : named.ValueKind == JsonValueKind.String ? [named.GetString()!]
        : named.EnumerateArray().Select(file => file.GetString()!))];

    /// <summary>A value of a row.</summary>
    /// <param name="otherwise">Where it has no such heading; null makes that a mistake.</param>
    public static string Word(this JsonElement row, string heading, string? otherwise = null) =>
        row.TryGetProperty(heading, out var word) ? word.GetString()! : otherwise ?? throw new KeyNotFoundException($"The row has no {heading}: {row}");

    /// <summary>The query of a call, with its question mark; empty where it has none.</summary>
    public static string Query(this JsonElement row) => row.TryGetProperty("query", out var fields)
        ? "?" + string.Join('&', fields.EnumerateObject().Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.GetString()!)}"))
        : "";

    private static IEnumerable<JsonElement> Rows(string kind, string side) =>
        Index.Value.GetProperty(kind).EnumerateArray().Where(row => row.GetProperty("sides").EnumerateArray().Any(one => one.GetString() == side));
}
