using System.Text.Json;

namespace KieAi;

/// <summary>Lists of addresses in the spellings that KIE has for them: an array, JSON text of one, <c>[http://a, http://b]</c>, a bare address.</summary>
internal static class KieUrls
{
    public static IReadOnlyList<string> Texts(JsonElement? list) => list switch
    {
        { ValueKind: JsonValueKind.Array } array =>
            [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        { ValueKind: JsonValueKind.String } text => Texts(text.GetString()!.Trim()),
        _ => [],
    };

    /// <summary>The absolute http and https addresses among them.</summary>
    public static IReadOnlyList<Uri> Addresses(IEnumerable<string?>? texts) =>
    [
        .. from text in texts ?? []
           let address = Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null
           where address is not null && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
           select address,
    ];

    /// <summary>The addresses in the first of these fields that has any; none where a text is no Unicode.</summary>
    public static IReadOnlyList<Uri> In(JsonElement parent, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            try
            {
                if (Addresses(Texts(KieJson.Field(parent, field))) is { Count: > 0 } found) return found;
            }
            catch (InvalidOperationException)
            {
                continue;
            }
        }

        return [];
    }

    private static IReadOnlyList<string> Texts(string text)
    {
        if (!text.StartsWith('[') || !text.EndsWith(']')) return text.Length == 0 ? [] : [text];
        try
        {
            using var array = JsonDocument.Parse(text);
            return Texts(array.RootElement);
        }
        catch (JsonException)
        {
            return [.. Split(text[1..^1]).Where(part => part.Length > 0)];
        }
    }

    // An address may itself contain a comma; only one with an address behind it parts two of them.
    private static IEnumerable<string> Split(string list)
    {
        var start = 0;
        for (var comma = list.IndexOf(','); comma >= 0; comma = list.IndexOf(',', comma + 1))
        {
            if (!list.AsSpan(comma + 1).TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)) continue;
            yield return list[start..comma].Trim();
            start = comma + 1;
        }

        yield return list[start..].Trim();
    }
}
