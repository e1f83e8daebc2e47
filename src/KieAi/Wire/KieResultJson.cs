using System.Text.Json;

namespace KieAi;

/// <summary>The <c>resultJson</c> of the jobs API: JSON in a text, now and then a text in a text.</summary>
internal static class KieResultJson
{
    private const int MostWrappings = 3;

    /// <summary>The object in it; undefined when it is empty, null, no JSON or something else.</summary>
    public static JsonElement Parse(string? text)
    {
        for (var wrapping = 0; wrapping < MostWrappings && !string.IsNullOrWhiteSpace(text); wrapping++)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                if (document.RootElement.ValueKind == JsonValueKind.Object) return document.RootElement.Clone();
                text = document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return default;
            }
        }

        return default;
    }
}
