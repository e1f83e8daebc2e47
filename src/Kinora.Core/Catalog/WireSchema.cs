using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Draws a provider's input as a JSON schema.</summary>
internal static class WireSchema
{
    public static JsonObject Of(VariantShape variant) => Fields([.. variant.Parameters.Where(parameter => parameter.Clause is null)]);

    private static JsonObject Fields(IReadOnlyList<Parameter> parameters)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Field(parameter)))),
        };
        var required = parameters.Where(parameter => parameter.Entry.Required).Select(parameter => (JsonNode)parameter.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return schema;
    }

    private static JsonObject Field(Parameter parameter)
    {
        var entry = parameter.Entry;
        var field = new JsonObject { ["type"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Type.ToString()), ["description"] = entry.Description };
        if (entry.Type is WireType.Array) field["items"] = parameter.Fields.Count == 0 ? new JsonObject { ["type"] = "string" } : Fields(parameter.Fields);
        if (entry.Enum is { } values) field["enum"] = new JsonArray([.. values.Select(value => JsonNode.Parse(value.GetRawText()))]);
        if (entry.Default is { } usual) field["default"] = JsonNode.Parse(usual.GetRawText());
        if (entry.Pattern is { } pattern) field["pattern"] = pattern;

        // A number that travels as text has no schema for its limits.
        var isNumber = entry.Type is WireType.Integer or WireType.Number;
        Add("minimum", isNumber && entry.Extra.Count == 0 ? entry.Min : null);
        Add("maximum", isNumber && entry.Extra.Count == 0 ? entry.Max : null);
        Add("minLength", entry.MinLength);
        Add("maxLength", entry.MaxLength);
        Add("minItems", entry.MinItems);
        Add("maxItems", entry.MaxItems);
        return field;

        void Add(string name, decimal? limit)
        {
            if (limit is { } number) field[name] = number == decimal.Truncate(number) ? JsonValue.Create((long)number) : JsonValue.Create(number);
        }
    }
}
