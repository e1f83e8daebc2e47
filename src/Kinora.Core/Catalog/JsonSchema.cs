using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinora.Core.Catalog;

/// <summary>
/// Checks JSON against a JSON Schema of the few keywords that the catalog's schema uses; any other keyword is an error of the schema.
/// </summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, Regex> _patterns = [];

    /// <exception cref="JsonException">The schema uses a keyword or a reference that is not known here.</exception>
    public JsonSchema(JsonElement root)
    {
        _root = root;
        Prepare(root, "$");
    }

    /// <summary>Tells every place at which the value differs: its JSON path and what was expected there.</summary>
    public void Check(JsonElement value, Action<string, string> fault) => Check(_root, value, "$", fault);

    private void Check(JsonElement schema, JsonElement value, string path, Action<string, string> fault)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var rule = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref": Check(Resolve(rule.GetString()!), value, path, fault); break;
                case "type" when !IsType(rule, value):
                    fault(path, $"expected {Words(rule, " or ")}, found {Shown(value)}"); break;
                case "const" when !JsonElement.DeepEquals(rule, value):
                    fault(path, $"expected {rule.GetRawText()}, found {Shown(value)}"); break;
                case "enum" when !rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)):
                    fault(path, $"expected one of {Words(rule, ", ")}, found {Shown(value)}"); break;
                case "pattern" when value.ValueKind is JsonValueKind.String && !_patterns[rule.GetString()!].IsMatch(value.GetString()!):
                    fault(path, $"expected text like {rule.GetString()}, found {Shown(value)}"); break;
                case "minimum" when value.ValueKind is JsonValueKind.Number && value.GetDouble() < rule.GetDouble():
                    fault(path, $"expected at least {rule.GetRawText()}, found {Shown(value)}"); break;
                case "minItems" when value.ValueKind is JsonValueKind.Array && value.GetArrayLength() < rule.GetInt32():
                    fault(path, $"expected at least {rule.GetRawText()} items, found {value.GetArrayLength()}"); break;
                case "maxItems" when value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > rule.GetInt32():
                    fault(path, $"expected at most {rule.GetRawText()} items, found {value.GetArrayLength()}"); break;
                case "required" when value.ValueKind is JsonValueKind.Object:
                    foreach (var name in rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
                        fault(path, $"expected the field {name.GetString()}");
                    break;
                case "items" when value.ValueKind is JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index()) Check(rule, item, $"{path}[{index}]", fault);
                    break;
                case "properties" or "additionalProperties" when value.ValueKind is JsonValueKind.Object:
                    CheckFields(schema, keyword, value, path, fault); break;
                case "anyOf" when !rule.EnumerateArray().Any(one => Fits(one, value)):
                    var ways = rule.EnumerateArray().Select(one => one.GetProperty("description").GetString());
                    fault(path, $"expected {string.Join(" or ", ways)}, found {Shown(value)}");
                    break;
            }
        }
    }

    private void CheckFields(JsonElement schema, JsonProperty keyword, JsonElement value, string path, Action<string, string> fault)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var field in value.EnumerateObject())
        {
            JsonElement named = default;
            var isNamed = known.ValueKind is JsonValueKind.Object && known.TryGetProperty(field.Name, out named);
            var at = JsonPath.Field(path, field.Name);
            if (keyword.Name is "properties")
            {
                if (isNamed) Check(named, field.Value, at, fault);
            }
            else if (isNamed)
            {
                continue;
            }
            else if (keyword.Value.ValueKind is JsonValueKind.False)
            {
                fault(at, $"expected no such field; known are {string.Join(", ", known.EnumerateObject().Select(one => one.Name))}");
            }
            else
            {
                Check(keyword.Value, field.Value, at, fault);
            }
        }
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var fits = true;
        Check(schema, value, "$", (_, _) => fits = false);
        return fits;
    }

    private static bool IsType(JsonElement type, JsonElement value) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsType(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind is JsonValueKind.Object,
            "array" => value.ValueKind is JsonValueKind.Array,
            "string" => value.ValueKind is JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _),
            _ => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out _),
        };

    private JsonElement Resolve(string reference) =>
        reference.StartsWith("#/$defs/") && _root.GetProperty("$defs").TryGetProperty(reference["#/$defs/".Length..], out var target)
            ? target
            : throw new JsonException($"The schema refers to {reference}, which it does not have.");

    private void Prepare(JsonElement schema, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var at = JsonPath.Field(path, keyword.Name);
            switch (keyword.Name)
            {
                case "$schema" or "title" or "description" or "type" or "required": break;
                case "enum" or "const" or "minimum" or "minItems" or "maxItems": break;
                case "additionalProperties" when keyword.Value.ValueKind is JsonValueKind.False: break;
                case "$ref": Resolve(keyword.Value.GetString()!); break;
                case "pattern": Remember(keyword.Value.GetString()!); break;
                case "items" or "additionalProperties": Prepare(keyword.Value, at); break;
                case "properties" or "$defs":
                    foreach (var one in keyword.Value.EnumerateObject()) Prepare(one.Value, JsonPath.Field(at, one.Name));
                    break;
                case "anyOf":
                    foreach (var (index, one) in keyword.Value.EnumerateArray().Index()) Prepare(one, $"{at}[{index}]");
                    break;
                default: throw new JsonException($"The schema uses {keyword.Name} at {path}, which Kinora does not check.");
            }
        }
    }

    private void Remember(string pattern) =>
        _patterns.TryAdd(pattern, new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    private static string Words(JsonElement rule, string between) =>
        rule.ValueKind is JsonValueKind.Array ? string.Join(between, rule.EnumerateArray()) : rule.ToString();

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText(),
    };
}
