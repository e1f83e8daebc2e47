using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Sandbox.Tests;

/// <summary>Fills request forms from nothing but the controls that the catalog tells clients of.</summary>
internal static class FormFiller
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Only what is needed.</summary>
    public static GenerationInput Plainest(ModelCatalog catalog, ModelDefinition model, ModeForm mode)
    {
        var form = Empty(model, mode);
        foreach (var control in mode.Controls.Where(control => control.Required)) Put(form, control, Least(control));
        foreach (var rule in mode.Rules.Where(rule => rule.AnyOf is not null && !rule.AnyOf.Any(key => form.ContainsKey(key))))
        {
            var control = mode.Controls.FirstOrDefault(one => rule.AnyOf!.Contains(one.Role) && one.Role != "source");
            if (control is not null && catalog.Plan(Read(form)).Plan is null) Put(form, control, Least(control));
        }

        return Read(form);
    }

    /// <summary>Every setting at its greatest, as far as the settings before it allow.</summary>
    public static GenerationInput Fullest(ModelCatalog catalog, ModelDefinition model, ModeForm mode)
    {
        var form = JsonSerializer.SerializeToNode(Plainest(catalog, model, mode), Web)!.AsObject();
        foreach (var control in mode.Controls.Where(control => control.Role != "source"))
        {
            var tried = form.DeepClone().AsObject();
            Put(tried, control, Most(control));
            if (catalog.Plan(Read(tried)).Plan is not null) form = tried;
        }

        return Read(form);
    }

    private static JsonObject Empty(ModelDefinition model, ModeForm mode) => new() { ["model"] = model.Id, ["mode"] = mode.Mode, ["tier"] = mode.Tier };

    private static GenerationInput Read(JsonObject form) => form.Deserialize<GenerationInput>(Web)!;

    private static JsonNode? Least(FormControl control) => control.Type switch
    {
        "choice" => control.Choices![0].DeepClone(),
        "integer" or "number" => JsonValue.Create(control.Min ?? 1),
        "boolean" => JsonValue.Create(false),
        "list" when control.Items is null => new JsonArray("x"),
        "list" => new JsonArray(new JsonObject([.. control.Items.Where(item => item.Required).Select(item => KeyValuePair.Create(item.Role, Least(item)))])),
        "text" => control.Pattern is null ? new string('x', Math.Max(1, control.MinLength ?? 1)) : "https://sora.chatgpt.com/p/x",
        _ => Media(control, Math.Max(1, control.MinItems ?? 1)),
    };

    private static JsonNode? Most(FormControl control) => control.Type switch
    {
        "choice" => control.Choices![^1].DeepClone(),
        "integer" or "number" => JsonValue.Create(control.Max ?? 7),
        "boolean" => JsonValue.Create(true),
        "text" when control.Pattern is null => new string('y', Math.Min(control.MaxLength ?? 500, 30_000)),
        "text" or "list" => Least(control),
        _ => Media(control, control.MaxItems ?? 3),
    };

    private static JsonNode? Media(FormControl control, int count)
    {
        const string anywhere = "https://files.example/file";
        return control.Type.EndsWith('s') ? new JsonArray([.. Enumerable.Range(0, count).Select(one => JsonValue.Create(anywhere + one))]) : anywhere;
    }

    private static void Put(JsonObject form, FormControl control, JsonNode? value)
    {
        const string prefix = "parameters.";
        if (!control.Role.StartsWith(prefix)) form[control.Role] = value;
        else (form["parameters"] ??= new JsonObject())[control.Role[prefix.Length..]] = value;
    }
}
