using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

/// <summary>Reads plain JSON values.</summary>
internal static class JsonWords
{
    /// <summary>One spelling for equal values: <c>8</c> and <c>8.0</c> are the same.</summary>
    public static string Plain(this JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.Decimal().ToString("0.############", CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    public static decimal Decimal(this JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static decimal? DecimalOf(this JsonNode node, string field) => node[field]?.Decimal();

    public static IEnumerable<JsonNode> List(this JsonNode node, string field) => node[field] is JsonArray items ? items.Select(item => item!) : [];

    public static IEnumerable<string> Texts(this JsonNode node, string field) => node.List(field).Select(Plain);

    public static bool Is(this JsonNode node, string field) => node[field] is JsonValue value && value.GetValueKind() is JsonValueKind.True;
}
