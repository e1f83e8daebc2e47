using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>One rule as JSON Schema, where a schema can say it without refusing what the server takes.</summary>
internal static class RuleSchema
{
    /// <returns>Null when a schema cannot say it.</returns>
    public static JsonObject? Of(FormRule rule, ModeForm form)
    {
        var conditions = new JsonArray();
        foreach (var (key, value) in rule.When)
        {
            if (Holds(key, value, form) is not { } condition) return null;
            if (condition.Count > 0) conditions.Add(condition);
        }

        if (Follows(rule, form) is not { } then) return null;
        var schema = conditions.Count == 0
            ? then
            : new JsonObject { ["if"] = conditions.Count == 1 ? conditions[0]!.DeepClone() : new JsonObject { ["allOf"] = conditions }, ["then"] = then };
        schema["$comment"] = rule.Reason;
        return schema;
    }

    // Empty: always. Null: nothing in a request can fulfil it for sure. A default that a rule may bend is not relied upon.
    private static JsonObject? Holds(string key, JsonNode? value, ModeForm form)
    {
        if (Find(form, key) is not { } control) return null;
        var field = FormField.Of(key);
        var usual = form.Rules.Any(rule => rule.Allowed is not null && rule.Setting == key) ? null : control.Default;
        if (value is null) return control.Default is null ? new() { ["not"] = field.Given() } : null;
        if (value is JsonObject) return usual is null ? field.Given() : [];
        var any = value is JsonArray several ? several.Select(one => one!).ToArray() : [value];
        return field.Fits(new JsonObject { ["enum"] = FieldSchema.Values(any) }, mustBe: !any.Any(one => JsonNode.DeepEquals(one, usual)));
    }

    private static JsonObject? Follows(FormRule rule, ModeForm form)
    {
        if (rule.Allowed is { } allowed)
            return FormField.Of(rule.Setting!).Fits(allowed.Count == 0 ? JsonValue.Create(false) : new JsonObject { ["enum"] = FieldSchema.Values(allowed) }, mustBe: false);
        if (rule.Required) return Find(form, rule.Setting!)?.Default is null ? FormField.Of(rule.Setting!).Given() : null;
        if (rule.AnyOf is { } any)
            return any.Any(key => Find(form, key)?.Default is not null) ? null : new() { ["anyOf"] = new JsonArray([.. any.Select(key => FormField.Of(key).Given())]) };
        if (rule.NotTogether is not { } apart) return null;
        var pairs = apart.SelectMany((one, index) => apart.Skip(index + 1).Select(other => new JsonArray(FormField.Of(one).Given(), FormField.Of(other).Given())));
        return new() { ["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. pairs.Select(pair => new JsonObject { ["allOf"] = pair })]) } };
    }

    private static FormControl? Find(ModeForm form, string key) => form.Controls.FirstOrDefault(control => control.Role == key);
}
