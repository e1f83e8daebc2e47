using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>Reads JSON bodies of at most 1 MB, whatever their content type says. A repeated field is malformed.</summary>
internal static class KieRequestBody
{
    /// <summary>So deep that backends may wrap what they are given and still be within the framework's 64.</summary>
    private const int Deepest = 32;

    private const int Largest = 1024 * 1024, Usual = 4096;
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <exception cref="KieRequestException">400 for what is no JSON object or too large.</exception>
    public static async Task<JsonElement> ReadAsync(HttpContext context) => Parse((await ReadBytesAsync(context)).Span);

    /// <exception cref="KieRequestException">400 for a body that does not fit the form's JSON at all, the form's code for a single field.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, KieRequestForm<T> form) => form.Read(await ReadAsync(context));

    /// <exception cref="KieRequestException">400: it is too large, breaks off or comes too slowly.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Largest) throw TooLarge();
        // One byte more than was announced: the last reading finds the end without another buffer.
        var (body, length) = (new byte[Math.Min(context.Request.ContentLength + 1 ?? Usual, Usual)], 0);
        try
        {
            while (await context.Request.Body.ReadAsync(body.AsMemory(length), context.RequestAborted) is > 0 and var read)
            {
                if ((length += read) > Largest) throw TooLarge();
                if (length == body.Length) Array.Resize(ref body, 2 * length);
            }
        }
        catch (BadHttpRequestException)
        {
            throw Malformed();
        }

        return body.AsMemory(0, length);
    }

    /// <exception cref="KieRequestException">400 for what is no JSON object.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(ByteOrderMark)) json = json[ByteOrderMark.Length..];
        try
        {
            CheckTexts(json);
            var body = JsonElement.Parse(json, Options);
            return body.ValueKind == JsonValueKind.Object ? body : throw Malformed();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    public static KieRequestException Malformed() => new(400, "The request body is not valid JSON");

    // The parser leaves texts unread; a broken one would otherwise surface in the backend.
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            if (reader.ValueIsEscaped) reader.GetString();
            else if (!Utf8.IsValid(reader.ValueSpan)) throw Malformed();
        }
    }

    private static KieRequestException TooLarge() => new(400, "The request body is larger than 1 MB");
}
