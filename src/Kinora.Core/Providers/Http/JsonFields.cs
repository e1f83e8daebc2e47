using System.Text.Json;

namespace Kinora.Core.Providers.Http;

/// <summary>Reads JSON from outside totally: a field that is missing or of another type is as good as none.</summary>
internal static class JsonFields
{
    /// <summary>Undefined where there is no such field.</summary>
    public static JsonElement Field(this JsonElement of, string name)
    {
        try
        {
            return of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var field) ? field : default;
        }
        catch (InvalidOperationException)
        {
            // The name of some field is no Unicode.
            return default;
        }
    }

    /// <summary>Null for what is no text, and for a text that is no Unicode.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static double? AsNumber(this JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];
}
