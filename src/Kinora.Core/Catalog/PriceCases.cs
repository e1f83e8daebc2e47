using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Every case that the prices of a variant tell apart, in one mode: the values of the settings that they look at.</summary>
internal static class PriceCases
{
    private static readonly GenerationInput Nothing = new() { Model = "" };

    /// <summary>Lengths that prices do not tell apart stand at their shortest. Cases that a rule forbids are left out.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(VariantShape variant, ModeShape mode)
    {
        IEnumerable<Dictionary<string, string>> cases = [new() { [Condition.Mode] = mode.Name }];
        var keys = variant.Prices.Keys.Append(FormRole.Duration).Distinct().ToArray();
        foreach (var key in keys)
        {
            var options = Options(variant, mode, key, all: variant.Prices.Keys.Contains(key));
            cases = [.. cases.SelectMany(_ => options, (one, option) => option is null ? one : new(one) { [key] = option })];
        }

        var known = keys.Append(Condition.Mode).ToHashSet();
        var rules = mode.Rules.Where(rule => rule.Limit is null && rule.Keys.All(known.Contains)).ToArray();
        return cases.Where(one => !Array.Exists(rules, rule => rule.IsBroken(one)));
    }

    /// <summary>Credits of the cheapest request in a mode.</summary>
    public static long Cheapest(VariantShape variant, ModeShape mode) =>
        Of(variant, mode).Min(values => variant.Prices.Credits(values, of => new(Least(variant, mode, values, of))));

    /// <summary>The least that a quantity is in a case.</summary>
    public static decimal Least(VariantShape variant, ModeShape mode, Dictionary<string, string> values, Quantity of)
    {
        if (of.Media is { } role)
        {
            var slot = mode.Slot(role);
            return slot is null || !(slot.Required || values.ContainsKey(role.Name)) ? 0 : of.IsSeconds ? Math.Max(1, slot.Into.Entry.MinSeconds ?? 1) : slot.Min;
        }

        if (of.Key is FormRole.Duration && !values.ContainsKey(of.Key) && variant.Seconds is { } always) return always;
        var number = of.Of(values, Nothing, InputFacts.None) ?? 0;
        return number != 0 ? Math.Max(0, number) : mode.Find(of.Key)?.Default is { } usual ? ScalarText.Number(usual) ?? 0 : 0;
    }

    // Null stands for not given.
    private static string?[] Options(VariantShape variant, ModeShape mode, string key, bool all)
    {
        if (MediaRole.Find(key) is { } role) return mode.Slot(role) is not { } slot ? [null] : slot.Required ? ["true"] : ["true", null];
        if (PriceTable.IsHidden(key))
        {
            return key.StartsWith(PriceTable.LabelPrefix) || mode.Slot(MediaRole.Source) is not null
                ? [.. variant.Prices.Hidden.First(one => one.Key == key).Values] : [null];
        }

        if (mode.Find(key) is not { IsWithdrawn: false } setting) return [null];
        var entry = setting.Parameter.Entry;
        IReadOnlyList<string> listed = setting.Listed ?? (entry.Min is { } least ? [ScalarText.Of(Math.Max(1, least))] : []);
        if (!all && listed.Count > 1) listed = [listed.MinBy(one => ScalarText.Number(one) ?? 0)!];
        return listed.Count == 0 || (!setting.Required && setting.Default is null) ? [.. listed, null] : [.. listed];
    }
}
