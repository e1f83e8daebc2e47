using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Writes a provider's input from values that were checked.</summary>
internal static class WireWriter
{
    /// <summary>Fields without a role are written when the form gives them; the provider's own default does for the rest.</summary>
    public static JsonObject Write(VariantShape variant, ModeShape mode, Dictionary<string, string> values, GenerationInput form, InputFacts facts)
    {
        var wire = new JsonObject();
        foreach (var parameter in variant.Parameters)
        {
            if (parameter.Clause is null && Value(parameter, mode, values, form, facts) is { } value) wire[parameter.Name] = value;
        }

        return wire;
    }

    private static JsonNode? Value(Parameter parameter, ModeShape mode, Dictionary<string, string> values, GenerationInput form, InputFacts facts)
    {
        if (mode.Constants.TryGetValue(parameter, out var constant)) return parameter.FromWire(constant);
        if (parameter.Role is { Name: FormRole.Prompt }) return PromptText.Of(mode, values) is { } prompt ? JsonValue.Create(prompt) : null;
        if (parameter.Role is not null) return values.TryGetValue(parameter.Key, out var value) ? parameter.ToJson(value) : null;
        List<JsonNode?> media = [];
        foreach (var slot in mode.Media)
        {
            if (slot.Into != parameter) continue;
            foreach (var one in slot.Role.Get(form)) media.Add(slot.Write(one, facts));
        }

        if (media.Count > 0) return parameter.Entry.Type is WireType.Array ? new JsonArray([.. media]) : media[0];
        if (form.Parameters?[parameter.Name] is { } given) return given.DeepClone();
        return parameter.Entry.Type is not WireType.Array && mode.Find(parameter.Key) is not null && values.TryGetValue(parameter.Key, out var text)
            && (parameter.Entry.Required || text != parameter.Default) ? parameter.ToJson(text) : null;
    }
}
