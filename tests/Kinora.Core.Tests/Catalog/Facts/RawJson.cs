using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Short ways to read plain JSON.</summary>
internal static class RawJson
{
    public static string Text(this JsonElement json, string field) => json.GetProperty(field).GetString()!;

    public static string Name(this JsonElement json) => json.Text("name");

    /// <summary>False when the field is absent.</summary>
    public static bool Flag(this JsonElement json, string field) => json.TryGetProperty(field, out var flag) && flag.GetBoolean();

    public static bool Has(this JsonElement json, string field) => json.TryGetProperty(field, out _);

    /// <summary>Null when the field is absent.</summary>
    public static int? Whole(this JsonElement json, string field) => json.TryGetProperty(field, out var value) ? value.GetInt32() : null;

    /// <inheritdoc cref="Whole"/>
    public static decimal? Number(this JsonElement json, string field) => json.TryGetProperty(field, out var value) ? value.GetDecimal() : null;

    /// <summary>Empty when the field is absent.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement json, string field) =>
        json.TryGetProperty(field, out var list) ? list.EnumerateArray() : [];

    /// <inheritdoc cref="List"/>
    public static IEnumerable<string> Texts(this JsonElement json, string field) => json.List(field).Select(one => one.GetString()!);

    /// <inheritdoc cref="List"/>
    public static IEnumerable<JsonProperty> Fields(this JsonElement json, string field) =>
        json.TryGetProperty(field, out var fields) ? fields.EnumerateObject() : [];

    public static JsonNode Node(this JsonElement json) => JsonNode.Parse(json.GetRawText())!;
}
