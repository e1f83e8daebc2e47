namespace Kinora.Core.Catalog;

/// <summary>Every case that the prices of a variant tell apart, in one mode: the values of the settings that they look at.</summary>
internal static class PriceCases
{
    /// <summary>A length that is not listed stands at its shortest. Cases that a rule forbids are left out.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(VariantShape variant, ModeShape mode)
    {
        IEnumerable<Dictionary<string, string>> cases = [new() { [Condition.Mode] = mode.Name }];
        foreach (var key in variant.Prices.Keys.Append(FormRole.Duration).Distinct())
        {
            if (mode.Find(key) is { } setting) cases = [.. cases.SelectMany(one => With(one, setting))];
        }

        return cases.Where(one => !mode.Rules.Any(rule => rule.IsBroken(one)));
    }

    private static IEnumerable<Dictionary<string, string>> With(Dictionary<string, string> values, Setting setting)
    {
        var listed = setting.Listed ?? (setting.Parameter.Entry.Min is { } least ? [ScalarText.Of(least)] : []);
        foreach (var value in listed) yield return new(values) { [setting.Key] = value };
        if (listed.Count == 0 || (!setting.Required && setting.Default is null)) yield return new(values);
    }
}
