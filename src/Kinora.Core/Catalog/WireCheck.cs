using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Checks a provider's input as the provider would.</summary>
internal static class WireCheck
{
    /// <summary>Fields by themselves first; how they fit together only when each is right.</summary>
    public static IReadOnlyList<WireFault> Faults(VariantShape variant, JsonObject wire)
    {
        var faults = new List<WireFault>();
        foreach (var parameter in variant.Parameters)
        {
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

        return faults.Count > 0 ? faults : Together(variant, WireReader.Mode(variant, wire), wire);
    }

    private static List<WireFault> Together(VariantShape variant, ModeShape mode, JsonObject wire)
    {
        var faults = new List<WireFault>();
        foreach (var into in variant.Modes.SelectMany(one => one.Media).Select(slot => slot.Into).Distinct())
        {
            var (count, room) = (WireReader.Items(wire[into.Name]).Length, WireReader.Room(mode, into));
            if (count > room.Max) faults.Add(new(into.Name, WireFaultKind.TooMany, $"at most {room.Max} items in {mode.Name}"));
            if (count < room.Min) faults.Add(new(into.Name, WireFaultKind.Required, $"at least {room.Min} items in {mode.Name}"));
        }

        var values = WireReader.Values(mode, wire);
        foreach (var setting in mode.Settings)
        {
            var isThere = values.TryGetValue(setting.Key, out var value);
            if (setting.Required && !isThere) faults.Add(new(setting.Parameter.Name, WireFaultKind.Required, $"a value in {mode.Name}"));
            if (isThere && setting.Choices?.Contains(value!) is false) faults.Add(NotAllowed(setting.Parameter, setting.Choices));
        }

        foreach (var rule in mode.Rules.Where(rule => rule.IsBroken(values)))
        {
            var parameter = mode.Find(rule.Setting)!.Parameter;
            if (rule.Allowed is null) faults.Add(new(parameter.Name, WireFaultKind.Required, "a value: " + rule.Reason));
            else if (rule.Allowed.Count > 0) faults.Add(NotAllowed(parameter, rule.Allowed));
        }

        return faults;
    }

    private static WireFault NotAllowed(Parameter parameter, IReadOnlyList<string> forms) =>
        new(parameter.Name, WireFaultKind.NotInEnum, "one of " + string.Join(", ", forms.Select(parameter.ToWire)));
}
