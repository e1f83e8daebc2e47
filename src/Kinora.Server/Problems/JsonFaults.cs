using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Kinora.Client;

namespace Kinora.Server.Problems;

/// <summary>Says what is wrong with a JSON body: where it breaks off, or which fields do not fit.</summary>
internal static class JsonFaults
{
    private const int LongestGiven = 200, MostFaults = 100;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = true };

    /// <param name="body">The whole body.</param>
    /// <param name="type">What it should have been.</param>
    /// <param name="path">Where the reader stopped, such as <c>$.references[1]</c>.</param>
    public static ProblemResult ToProblem(ReadOnlyMemory<byte> body, JsonTypeInfo type, string? path)
    {
        if (!Utf8.IsValid(body.Span)) return ProblemResult.Of(400, ProblemCodes.InvalidJson, "The body is not UTF-8 text. Send a JSON object.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException broken)
        {
            var where = body.Span.Trim("\t\r\n "u8).IsEmpty ? "is empty" : $"breaks off at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
            return ProblemResult.Of(400, ProblemCodes.InvalidJson, $"The body {where}. Send a JSON object.");
        }

        using (document)
        {
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return ProblemResult.Of(400, ProblemCodes.InvalidJson, "The body must be a JSON object.");
            var faults = Faults(document.RootElement, type, path is null ? null : path[Math.Min(path.Length, 2)..], "").Take(MostFaults).ToArray();
            return faults.Length > 0 ? ProblemResult.Invalid(faults) : ProblemResult.Of(400, ProblemCodes.InvalidInput, "Some field does not fit its type.");
        }
    }

    /// <param name="prefix">What the fields of this object are called, up to their own names.</param>
    private static IEnumerable<FieldProblem> Faults(JsonElement body, JsonTypeInfo type, string? stoppedAt, string prefix)
    {
        var known = type.Properties.ToDictionary(p => p.Name);
        var given = new HashSet<string>();
        foreach (var property in body.EnumerateObject())
        {
            var name = Text(() => property.Name, property.ToString);
            if (!known.TryGetValue(name, out var field) && type.Kind is JsonTypeInfoKind.Object)
                yield return new(prefix + Short(name), $"There is no field {prefix}{Short(name)}.", Given(property.Value), [.. known.Keys]);
            else if (!given.Add(name))
                yield return new(prefix + name, $"{prefix}{name} is given twice.", Given(property.Value), null);
            else if (field is null)
                continue; // An object of any fields.
            else if (property.Value.ValueKind is JsonValueKind.Array && ItemOf(type.Options.GetTypeInfo(field.PropertyType)) is { } item)
                foreach (var fault in ItemFaults(property.Value, item, stoppedAt, prefix + name)) yield return fault;
            else if (property.Value.ValueKind is JsonValueKind.Object && type.Options.GetTypeInfo(field.PropertyType) is { Kind: JsonTypeInfoKind.Object } inner)
                foreach (var fault in Faults(property.Value, inner, stoppedAt, $"{prefix}{name}.")) yield return fault;
            else if (IsAt(stoppedAt, prefix + name))
                yield return new(prefix + name, $"{prefix}{name} must be {Expected(type.Options.GetTypeInfo(field.PropertyType))}.", Given(property.Value), null);
        }

        foreach (var field in type.Properties.Where(p => p.IsRequired && !given.Contains(p.Name)))
            yield return new(prefix + field.Name, $"{prefix}{field.Name} is required.", null, null);
    }

    private static IEnumerable<FieldProblem> ItemFaults(JsonElement items, JsonTypeInfo type, string? stoppedAt, string name)
    {
        foreach (var (index, item) in items.EnumerateArray().Index())
        {
            if (item.ValueKind is not JsonValueKind.Object)
                yield return new($"{name}[{index}]", $"{name}[{index}] must be an object.", Given(item), null);
            else
                foreach (var fault in Faults(item, type, stoppedAt, $"{name}[{index}].")) yield return fault;
        }
    }

    /// <summary>The type of the objects in a list; null for a list of something else.</summary>
    private static JsonTypeInfo? ItemOf(JsonTypeInfo list) =>
        list is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && list.Options.GetTypeInfo(element) is { Kind: JsonTypeInfoKind.Object } item ? item : null;

    /// <summary>Whether a path such as <c>references[1]</c> leads into this field.</summary>
    private static bool IsAt(string? path, string field) =>
        path?.StartsWith(field, StringComparison.Ordinal) is true && (path.Length == field.Length || path[field.Length] is '.' or '[');

    private static string Expected(JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        var t when t == typeof(string) => "a text",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) => "a whole number",
        var t when t == typeof(long) => "a whole number",
        var t when t == typeof(decimal) => "a number",
        var t when t == typeof(JsonObject) || type.Kind is JsonTypeInfoKind.Object => "an object",
        _ when ItemOf(type) is not null => "a list of objects",
        _ => "a list of texts",
    };

    private static JsonNode? Given(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && value.GetRawText().Length <= LongestGiven
            ? JsonNode.Parse(value.GetRawText())
            : value.ValueKind is JsonValueKind.Null ? null
            : JsonValue.Create(Short(value.ValueKind is JsonValueKind.String ? Text(value.GetString, value.GetRawText) : value.GetRawText()));

    // Text that is no Unicode cannot be read as such; its raw form can.
    private static string Text(Func<string?> read, Func<string> raw)
    {
        try
        {
            return read()!;
        }
        catch (InvalidOperationException)
        {
            return raw();
        }
    }

    private static string Short(string text) => text.Length <= LongestGiven ? text : text[..LongestGiven] + "…";
}
