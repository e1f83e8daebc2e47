using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Checks wire input by the documented facts alone: exact JSON types, enums, limits, nothing unknown, nothing missing.</summary>
internal static class DocumentedWire
{
    public static IEnumerable<string> Faults(RawVariant variant, JsonObject wire)
    {
        if (variant.Routes.FirstOrDefault(route => route.Provider is "kie") is not { Endpoint: { } endpoint, WireId: var wireId }) return [];
        return Faults("", VideoModelFacts.Entry(endpoint, wireId).Parameters, wire);
    }

    private static IEnumerable<string> Faults(string path, IReadOnlyList<JsonElement> facts, JsonObject fields)
    {
        foreach (var (name, value) in fields)
        {
            var fact = facts.FirstOrDefault(one => Name(one) == name);
            if (fact.ValueKind is not JsonValueKind.Object) yield return $"{path}{name} is not documented";
            else foreach (var fault in Faults(path + name, fact, value)) yield return fault;
        }

        foreach (var fact in facts)
        {
            var isRequired = fact.Flag("required");
            if (isRequired && fields[Name(fact)] is null) yield return $"{path}{Name(fact)} is missing";
        }
    }

    private static IEnumerable<string> Faults(string path, JsonElement fact, JsonNode? value)
    {
        if (!IsOfType(fact.Text("type"), value)) return [$"{path} is no {fact.Text("type")}: {value?.ToJsonString()}"];
        if (value is JsonArray list)
        {
            var inner = list.Index().SelectMany(one => Inner($"{path}[{one.Index}]", fact, one.Item));
            return Between(path + " items", list.Count, fact.Number("minItems"), fact.Number("maxItems")).Concat(inner);
        }

        if (fact.TryGetProperty("enum", out var any) && !any.EnumerateArray().Any(one => JsonNode.DeepEquals(one.Node(), value)))
            return [$"{path} is outside the enum: {value!.ToJsonString()}"];
        if (fact.List("extraAllowed").Any(one => JsonNode.DeepEquals(one.Node(), value))) return [];
        var text = value!.ToString();
        var lengths = Between(path + " characters", text.Length, fact.Number("minLength"), fact.Number("maxLength"));
        return value.GetValueKind() is JsonValueKind.True or JsonValueKind.False || !decimal.TryParse(text, out var number)
            ? lengths
            : lengths.Concat(Between(path, number, fact.Number("min"), fact.Number("max")));
    }

    private static IEnumerable<string> Inner(string path, JsonElement fact, JsonNode? item)
    {
        if (fact.TryGetProperty("item", out var fields))
            return item is JsonObject one ? Faults(path + ".", [.. fields.EnumerateArray()], one) : [$"{path} is no object"];
        return item?.GetValueKind() is JsonValueKind.String ? [] : [$"{path} is no string"];
    }

    private static IEnumerable<string> Between(string what, decimal number, decimal? least, decimal? most) =>
        number < least || number > most ? [$"{what}: {number} is not within {least} to {most}"] : [];

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "string" => value?.GetValueKind() is JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "array" => value is JsonArray,
        "integer" => value?.GetValueKind() is JsonValueKind.Number && value.ToString().All(one => char.IsAsciiDigit(one) || one is '-'),
        _ => value?.GetValueKind() is JsonValueKind.Number,
    };

    private static string Name(JsonElement fact) => fact.Name();
}
