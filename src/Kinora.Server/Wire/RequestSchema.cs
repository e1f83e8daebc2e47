using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>The request form of one model as JSON Schema (draft 2020-12): the request's words as the catalog spells them, with all limits.</summary>
/// <remarks>
/// It takes every form that the server takes, in these words. What a schema cannot say is not in it: sums, which the description names, what is in a
/// file or a take, and rules about a default that another rule bends.
/// </remarks>
internal static class RequestSchema
{
    /// <param name="pinned">The variant that the request names; null for the product.</param>
    public static JsonObject Of(ModelDefinition model, ModelVariant? pinned)
    {
        ModelVariant[] variants = pinned is null ? [.. model.Variants] : [pinned];
        var names = pinned is null ? model.Aliases.Prepend(model.Id) : pinned.Aliases.Prepend(pinned.Id);
        var branches = variants.SelectMany(variant => variant.Modes).Select(form => Branch(form, [.. names])).ToArray();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = pinned is null ? model.Name : $"{model.Name} ({pinned.Id})",
            ["description"] = model.Summary.En,
        };
        if (branches.Length > 1)
        {
            (schema["type"], schema["anyOf"]) = ("object", new JsonArray([.. branches]));
            return schema;
        }

        if (branches[0]["description"] is { } more) schema["description"] = $"{model.Summary.En} {more}";
        foreach (var (name, value) in branches[0]) schema.TryAdd(name, value?.DeepClone());
        return schema;
    }

    private static JsonObject Branch(ModeForm form, string[] names)
    {
        var properties = new JsonObject
        {
            ["model"] = new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) },
            ["mode"] = new JsonObject { ["const"] = form.Mode },
        };
        if (form.Tier is { } tier) properties["tier"] = new JsonObject { ["const"] = tier };
        var required = new JsonArray("model");
        var (own, ownRequired) = (new JsonObject(), new JsonArray());
        foreach (var control in form.Controls)
        {
            var field = FormField.Of(control.Role);
            (field.IsOwn ? own : properties)[field.Name] = FieldSchema.Of(control);
            if (control.Required) (field.IsOwn ? ownRequired : required).Add(field.Name);
        }

        properties["webhookUrl"] = FieldSchema.Address();
        if (own.Count > 0) properties[FormField.Parameters] = Closed(own, ownRequired);
        if (ownRequired.Count > 0) required.Add(FormField.Parameters);
        var branch = Closed(properties, required);
        branch.Insert(0, "title", form.Tier is null ? form.Mode : $"{form.Mode}, {form.Tier}");
        var unsaid = form.Rules.Where(rule => rule.Sum is not null).Select(rule => rule.Reason).Distinct().ToArray();
        if (unsaid.Length > 0) branch.Insert(1, "description", "Also holds: " + string.Join("; ", unsaid) + ".");
        var rules = form.Rules.Select(rule => RuleSchema.Of(rule, form)).OfType<JsonObject>().ToArray();
        if (rules.Length > 0) branch["allOf"] = new JsonArray([.. rules]);
        return branch;
    }

    private static JsonObject Closed(JsonObject properties, JsonArray required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) schema["required"] = required;
        schema["additionalProperties"] = false;
        return schema;
    }
}
