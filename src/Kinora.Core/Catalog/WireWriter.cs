using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Writes a provider's input from values that were checked.</summary>
internal static class WireWriter
{
    /// <summary>Fields without a role are written when the form gives them; the provider's own default does for the rest.</summary>
    public static JsonObject Write(VariantShape variant, ModeShape mode, Dictionary<string, string> values, GenerationInput form)
    {
        var wire = new JsonObject();
        foreach (var parameter in variant.Parameters)
        {
            if (Value(parameter, mode, values, form) is { } value) wire[parameter.Name] = value;
        }

        return wire;
    }

    private static JsonNode? Value(Parameter parameter, ModeShape mode, Dictionary<string, string> values, GenerationInput form)
    {
        if (parameter.Role is not null) return values.TryGetValue(parameter.Key, out var value) ? parameter.ToJson(value) : null;
        foreach (var (constant, text) in mode.Constants)
        {
            if (constant == parameter) return parameter.ToJson(text);
        }

        var media = mode.Media.Where(slot => slot.Into == parameter).SelectMany(slot => slot.Role.Get(form)).ToArray();
        if (media.Length == 0) return form.Parameters?[parameter.Name]?.DeepClone();
        return parameter.Entry.Type is WireType.Array ? new JsonArray([.. media.Select(one => JsonValue.Create(one))]) : media[0];
    }
}
