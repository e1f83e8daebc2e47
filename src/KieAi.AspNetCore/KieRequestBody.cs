using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>Reads JSON bodies of at most 1 MB. Fields that nobody knows are kept; a repeated field is malformed.</summary>
internal static class KieRequestBody
{
    private const int Largest = 1024 * 1024;

    /// <param name="requires">Fields that must be there, texts among them not empty.</param>
    /// <exception cref="KieRequestException">400 for what is no JSON or too large, 422 for a field that is missing or of a wrong type.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, params string[] requires)
    {
        var bytes = await ReadAsync(context);
        try
        {
            CheckTexts(bytes.Span);
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Malformed();
            if (Array.Find(requires, name => IsMissing(document.RootElement, name)) is { } missing)
                throw new KieRequestException(422, $"{missing} is required");
            return Deserialize(document.RootElement, type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    /// <summary>KIE's words for a value that it does not take.</summary>
    public static KieRequestException OutOfRange(string field) => new(422, $"{field} is not within the range of allowed options");

    private static bool IsMissing(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null
        || (field.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(field.GetString()));

    // The parser leaves texts unread; a broken one would otherwise surface in the backend.
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
        }
    }

    private static T Deserialize<T>(JsonElement root, JsonTypeInfo<T> type)
    {
        try
        {
            return root.Deserialize(type)!;
        }
        catch (JsonException e) when (e.Path is { Length: > 2 } path)
        {
            throw OutOfRange(path[2..]); // "$.duration"
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Largest) throw TooLarge();
        var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        try
        {
            while (await context.Request.Body.ReadAsync(chunk, context.RequestAborted) is > 0 and var read)
            {
                body.Write(chunk, 0, read);
                if (body.Length > Largest) throw TooLarge();
            }
        }
        catch (BadHttpRequestException)
        {
            throw Malformed();
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static KieRequestException Malformed() => new(400, "The request body is not valid JSON");

    private static KieRequestException TooLarge() => new(400, "The request body is larger than 1 MB");
}
