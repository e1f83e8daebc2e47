using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>
/// The one spelling of a value inside the catalog: <c>720p</c>, <c>8</c>, <c>2.5</c>, <c>true</c>. Conditions and enums compare it;
/// the JSON types ("5" against 5) come in only where JSON is read or written.
/// </summary>
internal static class ScalarText
{
    /// <summary>Null for an object, an array and null.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Canonical(value.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <inheritdoc cref="Of(JsonElement)"/>
    public static string? Of(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => Canonical(value.ToJsonString()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number that a text spells; null when it spells none that fits.</summary>
    public static decimal? Number(string text)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Canonical(string digits) => Number(digits) is { } number ? Of(number) : digits;
}
