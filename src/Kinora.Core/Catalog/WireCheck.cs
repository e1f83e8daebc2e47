using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Checks a provider's input as the provider would.</summary>
internal static class WireCheck
{
    /// <summary>Fields by themselves first; how they fit together only when each is right.</summary>
    /// <param name="form">What the input means, where it was read.</param>
    public static IReadOnlyList<WireFault> Faults(ModelVariant model, JsonObject wire, out GenerationInput? form)
    {
        var (variant, faults) = (model.Shape, new List<WireFault>());
        form = null;
        foreach (var parameter in variant.Parameters)
        {
            if (parameter.Clause is not null) continue;
            var value = wire[parameter.Name];
            if (!WireValue.IsAbsent(value))
            {
                if (WireValue.Check(parameter, value, lenient: true) is { } fault) faults.Add(fault);
            }
            else if (parameter.Entry.Required)
            {
                faults.Add(new(parameter.Name, WireFaultKind.Required, "a value"));
            }
        }

        return faults.Count > 0 ? faults : Together(model, WireReader.Mode(variant, wire), wire, out form);
    }

    private static List<WireFault> Together(ModelVariant model, ModeShape mode, JsonObject wire, out GenerationInput? form)
    {
        var faults = new List<WireFault>();
        form = null;
        if (WireReader.Disagreement(model.Shape, wire) is { } unmade) return [unmade];
        foreach (var into in model.Shape.MediaFields)
        {
            var (count, room) = (WireReader.Items(wire[into.Name]).Length, WireReader.Room(mode, into));
            if (count > room.Max) faults.Add(new(into.Name, WireFaultKind.TooMany, $"at most {room.Max} items in {mode.Name}"));
            if (count < room.Min) faults.Add(new(into.Name, WireFaultKind.Required, $"at least {room.Min} items in {mode.Name}"));
        }

        form = WireReader.Read(model, mode, wire, out var values);
        foreach (var setting in mode.Settings)
        {
            if (setting.Parameter.Clause is not null) continue;
            var isThere = values.TryGetValue(setting.Key, out var value);
            // What Kinora would fill in does not help a provider that has no default of its own.
            if (setting.Required && setting.Parameter.Default is null && WireValue.IsAbsent(wire[setting.Parameter.Name]))
                faults.Add(new(setting.Parameter.Name, WireFaultKind.Required, $"a value in {mode.Name}"));
            if (isThere && setting.Choices?.Contains(value!) is false && setting.Parameter.Entry.Type is not WireType.Array)
                faults.Add(NotAllowed(setting.Parameter, setting.Choices));
        }

        foreach (var rule in mode.Rules)
        {
            if (!rule.IsBroken(values, form)) continue;
            var name = mode.Find(rule.Setting)?.Parameter.Name ?? Carrier(mode, rule.Setting) ?? rule.Setting;
            if (rule.Allowed is null) faults.Add(new(name, rule.Limit is null ? WireFaultKind.Required : WireFaultKind.OutOfRange, "a value: " + rule.Reason));
            else if (mode.Find(rule.Setting) is { } setting && rule.Allowed.Count > 0) faults.Add(NotAllowed(setting.Parameter, rule.Allowed));
        }

        return faults;
    }

    private static string? Carrier(ModeShape mode, string media) => mode.Media.FirstOrDefault(slot => slot.Role.Name == media)?.Into.Name;

    private static WireFault NotAllowed(Parameter parameter, IReadOnlyList<string> forms) =>
        new(parameter.Name, WireFaultKind.NotInEnum, "one of " + string.Join(", ", forms.Select(parameter.ToWire)));
}
