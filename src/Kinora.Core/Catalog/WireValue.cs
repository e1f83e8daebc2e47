using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Checks one value of a provider's input against its parameter.</summary>
internal static class WireValue
{
    public static JsonNode? Node(JsonElement value) => JsonValue.Create(value);

    /// <summary>Whether a value says nothing: absent, null, an empty text or an empty list.</summary>
    public static bool IsAbsent(JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => true,
        JsonValue one when one.GetValueKind() is JsonValueKind.String => one.TryGetValue<JsonElement>(out var read) ? read.ValueEquals("") : one.GetValue<string>().Length == 0,
        _ => false,
    };

    /// <param name="lenient">Whether "5" will do for 5, and 5 for "5", and unknown fields of items are let pass.</param>
    public static WireFault? Check(Parameter parameter, JsonNode? value, bool lenient)
    {
        var entry = parameter.Entry;
        if (entry.Type is WireType.Array) return WireList.Check(parameter, value, lenient);
        if (Read(entry.Type, value, lenient) is not { } text) return new(entry.Name, WireFaultKind.WrongType, Article(parameter));
        if (text == parameter.Unset) return null;
        if (parameter.WireValues is { } listed && !listed.Contains(text))
            return new(entry.Name, WireFaultKind.NotInEnum, "one of " + string.Join(", ", listed));
        if (text.Length > entry.MaxLength) return new(entry.Name, WireFaultKind.TooLong, $"at most {entry.MaxLength:N0} characters");
        if (text.Length < entry.MinLength) return new(entry.Name, WireFaultKind.OutOfRange, $"at least {entry.MinLength:N0} characters");
        if (parameter.Pattern?.IsMatch(text) is false) return new(entry.Name, WireFaultKind.OutOfRange, $"a text like {entry.Pattern}");
        if (entry.Min is null && entry.Max is null) return null;
        if (ScalarText.Number(text) is not { } number) return new(entry.Name, WireFaultKind.WrongType, "a number");
        return entry.Takes(number) ? null : new(entry.Name, WireFaultKind.OutOfRange, Range(entry));
    }

    /// <summary>The value in the catalog's spelling; null when it is of another type.</summary>
    public static string? Read(WireType type, JsonNode? value, bool lenient)
    {
        if (ScalarText.Of(value) is not { } text) return null;
        var kind = value!.GetValueKind();
        switch (type)
        {
            case WireType.String: return kind is JsonValueKind.String || (lenient && kind is JsonValueKind.Number) ? text : null;
            case WireType.Boolean: return kind is JsonValueKind.True or JsonValueKind.False ? text : null;
            default:
                if (kind is not JsonValueKind.Number && !(lenient && kind is JsonValueKind.String)) return null;
                return ScalarText.Number(text) is { } number && (type is WireType.Number || number == decimal.Truncate(number))
                    ? ScalarText.Of(number)
                    : null;
        }
    }

    /// <summary>The form value that a provider's value means, read leniently; <c>true</c> for a list. Null when it says nothing.</summary>
    public static string? ToForm(Parameter parameter, JsonNode? value)
    {
        if (IsAbsent(value)) return null;
        if (parameter.Entry.Type is WireType.Array) return "true";
        return Read(parameter.Entry.Type, value, lenient: true) is { } text && text != parameter.Unset ? parameter.ToForm(text) : null;
    }

    public static string Range(ParameterEntry entry)
    {
        var range = Range(entry.Min, entry.Max, null);
        return entry.Extra.Count == 0 ? range : $"{range}, or {Words.Or([.. entry.Extra.Select(ScalarText.Of)])}";
    }

    /// <param name="mostText">In place of a greatest number: a setting that has one.</param>
    public static string Range(decimal? min, decimal? max, string? mostText)
    {
        var most = max is { } number ? ScalarText.Of(number) : mostText;
        return most is null ? $"at least {min}" : min is null ? $"at most {most}" : $"{min} to {most}";
    }

    public static string Article(Parameter parameter) => parameter.Entry.Type switch
    {
        WireType.String => "a string",
        WireType.Integer => "an integer",
        WireType.Number => "a number",
        WireType.Boolean => "true or false",
        _ when parameter.Fields.Count > 0 => "a list of objects",
        _ => "a list of strings",
    };
}
