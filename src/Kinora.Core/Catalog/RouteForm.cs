using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A request form that a variant accepted, to be written for those who may make it.</summary>
/// <param name="values">What the form and the variant's defaults come to.</param>
internal readonly struct RouteForm(GenerationInput form, InputFacts facts, ModeShape mode, Dictionary<string, string> values)
{
    /// <summary>In the variant's own fields.</summary>
    public JsonObject Write(ModelVariant variant) => WireWriter.Write(variant.Shape, mode, values, form, facts);

    /// <summary>In the fields of another variant; null where that one could not make the same.</summary>
    public JsonObject? Translate((ModelDefinition Model, ModelVariant? Pinned) other)
    {
        // A take is known to the provider that made it alone.
        var variant = other.Pinned!;
        if (form.Source is not null || variant.Shape.Modes.FirstOrDefault(ModeIs) is not { } same || Translated(same) is not { } input) return null;
        var reading = new FormReading(variant.Shape, same, input, facts);
        reading.Run(other.Model, variant);
        return reading.Faults.Count > 0 ? null : WireWriter.Write(variant.Shape, same, reading.Values, input, facts);
    }

    private bool ModeIs(ModeShape other) => other.Name == mode.Name;

    // The defaults of the one go along where the other one has the setting. Length and sound were promised with the price.
    private GenerationInput? Translated(ModeShape other)
    {
        var input = form with { Mode = mode.Name, Tier = null };
        foreach (var setting in mode.Settings)
        {
            if (setting.Parameter.Role is not { } role || !values.TryGetValue(setting.Key, out var value)) continue;
            if (other.Find(role.Name) is { IsWithdrawn: false }) input = role.Set(input, value);
            else if (role.Name is FormRole.Duration || role.Name is FormRole.Sound && value is "true") return null;
        }

        return input;
    }
}
