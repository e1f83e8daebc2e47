using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Server.Tests.Models;

/// <summary>Checks JSON against the part of JSON Schema (2020-12) that Kinora's schemas use; any other keyword is an error.</summary>
internal static class SchemaValidator
{
    public static bool Takes(JsonNode? schema, JsonNode? value)
    {
        if (schema is JsonValue whole) return whole.GetValue<bool>();
        var keywords = schema!.AsObject();
        return keywords.All(one => Holds(keywords, one.Key, one.Value!, value));
    }

    private static bool Holds(JsonObject schema, string keyword, JsonNode expected, JsonNode? value) => keyword switch
    {
        "$schema" or "$comment" or "title" or "description" or "default" => true,
        "type" => IsOf(expected.GetValue<string>(), value),
        "const" => Same(expected, value),
        "enum" => expected.AsArray().Any(one => Same(one, value)),
        "minimum" => !IsOf("number", value) || value!.Decimal() >= expected.Decimal(),
        "maximum" => !IsOf("number", value) || value!.Decimal() <= expected.Decimal(),
        "minLength" => !IsOf("string", value) || Length(value!) >= expected.GetValue<int>(),
        "maxLength" => !IsOf("string", value) || Length(value!) <= expected.GetValue<int>(),
        "pattern" => !IsOf("string", value) || Regex.IsMatch(value!.GetValue<string>(), expected.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)),
        "minItems" => value is not JsonArray items || items.Count >= expected.GetValue<int>(),
        "maxItems" => value is not JsonArray items || items.Count <= expected.GetValue<int>(),
        "items" => value is not JsonArray items || items.All(item => Takes(expected, item)),
        "required" => value is not JsonObject fields || expected.AsArray().All(name => fields.ContainsKey(name!.GetValue<string>())),
        "properties" => value is not JsonObject fields || expected.AsObject().All(one => !fields.TryGetPropertyValue(one.Key, out var given) || Takes(one.Value, given)),
        "additionalProperties" => value is not JsonObject fields || expected.GetValue<bool>() || fields.All(one => schema["properties"]!.AsObject().ContainsKey(one.Key)),
        "allOf" => expected.AsArray().All(one => Takes(one, value)),
        "anyOf" => expected.AsArray().Any(one => Takes(one, value)),
        "not" => !Takes(expected, value),
        "if" => !Takes(expected, value) || Takes(schema["then"], value),
        "then" => schema.ContainsKey("if"),
        _ => throw new InvalidOperationException($"The schema has the keyword {keyword}, which this validator does not know."),
    };

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.Decimal()),
        _ => false,
    };

    private static bool Same(JsonNode? one, JsonNode? other) => one?.GetValueKind() == other?.GetValueKind() && one.Plain() == other.Plain();

    private static int Length(JsonNode value) => new StringInfo(value.GetValue<string>()).LengthInTextElements;
}
