using System.Globalization;
using System.Text.Json;

namespace KieAi.AspNetCore;

/// <summary>Finds how many seconds a request asked for.</summary>
internal static class KieSeconds
{
    private static readonly string[] Fields = ["duration", "n_frames"];

    /// <param name="json">The body of a create call, whose fields may stand under <c>input</c>.</param>
    /// <returns>Null where it does not say, or is no JSON.</returns>
    public static double? InText(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var body = document.RootElement;
            if (In(body) is { } seconds) return seconds;
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("input", out var input) ? In(input) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static double? In(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Fields)
        {
            if (fields.TryGetProperty(name, out var field) && Read(field) is { } seconds) return seconds;
        }

        return null;
    }

    private static double? Read(JsonElement field)
    {
        var text = field.ValueKind switch { JsonValueKind.Number => field.GetRawText(), JsonValueKind.String => field.GetString(), _ => null };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;
    }
}
