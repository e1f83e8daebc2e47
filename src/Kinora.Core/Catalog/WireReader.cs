using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Reads a provider's input back into the request form, the inverse of <see cref="WireWriter"/>.</summary>
internal static class WireReader
{
    /// <param name="values">As <see cref="Values"/> has them.</param>
    public static GenerationInput Read(ModelVariant variant, ModeShape mode, JsonObject wire, out Dictionary<string, string> values)
    {
        var input = new GenerationInput { Model = variant.Id, Mode = mode.Name, Tier = variant.Tier };
        foreach (var (into, slots) in mode.MediaByField)
        {
            var items = Items(wire[into.Name]);
            foreach (var slot in slots)
            {
                var mine = items.Take(slot.Max).ToArray();
                input = slot.Role.Set(input, [.. mine.Select(slot.Read).OfType<string>()]);
                items = items[mine.Length..];
            }
        }

        var (said, parameters) = (Values(mode, wire, input), new JsonObject());
        values = said;

        // What a rule leaves no value for is ignored, as the provider does.
        var ignored = mode.Rules.Where(rule => rule is { Allowed.Count: 0 } && rule.IsBroken(said)).Select(rule => rule.Setting).ToArray();
        foreach (var setting in mode.Settings)
        {
            var name = setting.Parameter.Name;
            if (setting.Parameter.Role is not { } role)
            {
                if (!WireValue.IsAbsent(wire[name])) parameters[name] = wire[name]!.DeepClone();
            }
            else if (said.TryGetValue(setting.Key, out var value) && !ignored.Contains(setting.Key))
            {
                input = role.Set(input, value);
            }
        }

        return parameters.Count == 0 ? input : input with { Parameters = parameters };
    }

    /// <summary>Every setting's value on the wire or by default, the media that are given, and the mode.</summary>
    public static Dictionary<string, string> Values(ModeShape mode, JsonObject wire, GenerationInput form)
    {
        var values = new Dictionary<string, string>(mode.MostValues) { [Condition.Mode] = mode.Name };
        foreach (var setting in mode.Settings)
        {
            if (setting.IsWithdrawn || setting.Parameter.Clause is not null) continue;
            if ((Value(setting, wire) ?? setting.WireDefault) is { } value) values[setting.Key] = value;
        }

        FormValues.AddMedia(values, form, InputFacts.None);
        FormValues.Yield(mode, values, key => mode.Find(key) is { } setting && Value(setting, wire) is not null);
        return values;
    }

    /// <summary>The first mode whose constants and media agree; else the first whose constants do; else the first.</summary>
    public static ModeShape Mode(VariantShape variant, JsonObject wire) =>
        variant.Modes.FirstOrDefault(mode => Agrees(mode, wire) && Fits(variant, mode, wire))
        ?? variant.Modes.FirstOrDefault(mode => Agrees(mode, wire))
        ?? variant.Modes[0];

    /// <summary>The fault of a field whose value no mode has; null when some mode agrees with all.</summary>
    public static WireFault? Disagreement(VariantShape variant, JsonObject wire)
    {
        if (variant.Modes.Any(mode => Agrees(mode, wire))) return null;
        var first = variant.Modes[0].Constants.Keys.First(parameter => !WireValue.IsAbsent(wire[parameter.Name]));
        var made = variant.Modes.Select(mode => mode.Constants.GetValueOrDefault(first)).OfType<string>().Distinct();
        return new(first.Name, WireFaultKind.NotInEnum, "one of " + string.Join(", ", made));
    }

    /// <summary>How many media a provider's field may carry in a mode.</summary>
    public static (int Min, int Max) Room(ModeShape mode, Parameter parameter)
    {
        if (!mode.MediaByField.TryGetValue(parameter, out var slots)) return (0, 0);
        return (slots.Where(slot => slot.Required).Sum(slot => slot.Min), (int)Math.Min(int.MaxValue, slots.Sum(slot => (long)slot.Max)));
    }

    public static JsonNode?[] Items(JsonNode? value) => value switch
    {
        JsonArray list => [.. list],
        _ when WireValue.IsAbsent(value) => [],
        _ => [value],
    };

    // A constant that stands for no field of the form tells the mode; one that does only fills in what has no effect there.
    private static bool Agrees(ModeShape mode, JsonObject wire) => mode.Constants.All(constant =>
        constant.Key.Role is not null || WireValue.IsAbsent(wire[constant.Key.Name]) || ScalarText.Of(wire[constant.Key.Name]) == constant.Value);

    private static bool Fits(VariantShape variant, ModeShape mode, JsonObject wire)
    {
        foreach (var into in variant.MediaFields)
        {
            var (count, room) = (Items(wire[into.Name]).Length, Room(mode, into));
            if (count < room.Min || count > room.Max) return false;
        }

        return true;
    }

    private static string? Value(Setting setting, JsonObject wire) =>
        setting.IsWithdrawn ? null : WireValue.ToForm(setting.Parameter, wire[setting.Parameter.Name]);
}
