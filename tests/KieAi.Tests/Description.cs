using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace KieAi.Tests;

/// <summary>All that a value says, as text, without what is null, empty or false: records have lists and JSON in them, which do not compare by value.</summary>
internal static class Description
{
    public static string Of(object? value) => value switch
    {
        null or false => "",
        string text => text,
        JsonElement json => json.ValueKind is JsonValueKind.Undefined ? "" : JsonSerializer.Serialize(json),
        IDictionary<string, JsonElement> fields => string.Join(' ', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")),
        Uri address => address.AbsoluteUri,
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object>().Select(Of).ToArray() is { Length: > 0 } items ? $"[{string.Join(", ", items)}]" : "",
        ValueType => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => string.Join(' ', value.GetType().GetProperties()
            .Select(property => (property.Name, Value: Of(property.GetValue(value)))).Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={p.Value}")),
    };
}
