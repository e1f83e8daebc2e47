using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KieAi.AspNetCore;

/// <summary>What the body of one call looks like, and how leniently it is read. Fields that nobody knows are kept.</summary>
/// <param name="required">Fields that must be there, texts among them not empty.</param>
internal sealed class KieRequestForm<T>(JsonTypeInfo<T> type, params string[] required)
{
    /// <summary>Other spellings that callers have for a field. Where both are given, the field's own wins.</summary>
    public (string Other, string Field)[] Spellings { get; init; } = [];

    /// <summary>Lists whose entries must all be there.</summary>
    public string[] Lists { get; init; } = [];

    /// <summary>The code of a refused field.</summary>
    public int FaultCode { get; init; } = 422;

    /// <exception cref="KieRequestException">A field is missing or of a wrong type; it is named as the caller spelled it.</exception>
    public T Read(JsonElement body)
    {
        var (unified, renamed) = Unify(body);
        if (Array.Find(required, name => IsMissing(unified, name)) is { } missing) throw KieRequestException.Missing(missing, FaultCode);
        if (Array.Find(Lists, name => HasGap(unified, name)) is { } list) throw KieRequestException.OutOfRange(list, FaultCode);
        try
        {
            return unified.Deserialize(type)!;
        }
        catch (JsonException e) when (e.Path is { Length: > 2 } path)
        {
            var field = path[2..]; // "$.duration"
            throw KieRequestException.OutOfRange(renamed.GetValueOrDefault(field, field), FaultCode);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw KieRequestBody.Malformed();
        }
    }

    private (JsonElement Body, IReadOnlyDictionary<string, string> Renamed) Unify(JsonElement body)
    {
        var renamed = Spellings
            .Where(spelling => body.TryGetProperty(spelling.Other, out _))
            .Where(spelling => !body.TryGetProperty(spelling.Field, out var own) || own.ValueKind == JsonValueKind.Null)
            .ToDictionary(spelling => spelling.Field, spelling => spelling.Other);
        if (!Array.Exists(Spellings, spelling => body.TryGetProperty(spelling.Other, out _))) return (body, renamed);
        var unified = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(unified))
        {
            writer.WriteStartObject();
            foreach (var (field, other) in renamed)
            {
                writer.WritePropertyName(field);
                body.GetProperty(other).WriteTo(writer);
            }

            foreach (var property in body.EnumerateObject())
            {
                if (!renamed.ContainsKey(property.Name) && !IsOther(property.Name)) property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return (JsonElement.Parse(unified.WrittenSpan), renamed);
    }

    private bool IsOther(string name) => Array.Exists(Spellings, spelling => spelling.Other == name);

    private static bool IsMissing(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null
        || (field.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(field.GetString()));

    private static bool HasGap(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.Null);
}
