using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>One control as JSON Schema.</summary>
internal static class FieldSchema
{
    /// <summary>Longest asset id or URL.</summary>
    private const int LongestAddress = 2048;

    public static JsonObject Of(FormControl control)
    {
        var schema = control.Type switch
        {
            "choice" => new JsonObject { ["enum"] = Values(control.Choices!) },
            "boolean" => Switch(control),
            "integer" or "number" => Number(control),
            "text" => Text(control),
            "list" => List(control, control.Items is { } fields ? Item(fields) : new JsonObject { ["type"] = "string" }),
            "image" or "video" or "audio" or "take" => Address(),
            "images" or "videos" or "audios" => List(control, Address()),
            _ => throw new ArgumentOutOfRangeException(nameof(control), control.Type, "No schema is known for this type of control."),
        };
        if (control.Default is { } usual) schema["default"] = usual.DeepClone();
        if (control.Description is { } description) schema["description"] = description;
        return schema;
    }

    public static JsonArray Values(IEnumerable<JsonNode> values) => new([.. values.Select(value => value.DeepClone())]);

    private static JsonObject Switch(FormControl control) =>
        control.Choices is { } left ? new() { ["enum"] = Values(left) } : new() { ["type"] = "boolean" };

    private static JsonObject Number(FormControl control)
    {
        var schema = new JsonObject { ["type"] = control.Type };
        if (control.Min is { } min) schema["minimum"] = min;
        if (control.Max is { } max) schema["maximum"] = max;
        return control.Extra is not { } extra ? schema
            : new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["enum"] = new JsonArray([.. extra.Select(number => JsonValue.Create(number))]) }) };
    }

    private static JsonObject Text(FormControl control)
    {
        var schema = new JsonObject { ["type"] = "string" };
        // A schema counts whole characters, two halves of which are one, so the shortest text may be half as long. An empty text says nothing.
        var least = Math.Max(control.Required ? 1 : 0, ((control.MinLength ?? 0) + 1) / 2);
        if (least > 0) schema["minLength"] = least;
        if (control.MaxLength is { } most) schema["maxLength"] = most;
        if (control.Pattern is { } pattern) schema["pattern"] = pattern;
        return schema;
    }

    /// <summary>An asset id or a URL.</summary>
    public static JsonObject Address() => new() { ["type"] = "string", ["maxLength"] = LongestAddress, ["pattern"] = @"\S" };

    private static JsonObject List(FormControl control, JsonObject item)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item };
        if (control.MinItems is { } least) schema["minItems"] = least;
        if (control.MaxItems is { } most) schema["maxItems"] = most;
        return schema;
    }

    private static JsonObject Item(IReadOnlyList<FormControl> fields)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var field in fields)
        {
            properties[field.Role] = Of(field);
            if (field.Required) required.Add(field.Role);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) schema["required"] = required;
        schema["additionalProperties"] = false;
        return schema;
    }
}
