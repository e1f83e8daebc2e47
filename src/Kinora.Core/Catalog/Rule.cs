using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>When the condition holds, one thing follows; see the schema for which.</summary>
internal sealed class Rule(RuleEntry entry)
{
    private readonly (Quantity Of, decimal Weight)[] _sum = [.. (entry.Sum ?? []).Select(one => (new Quantity(one.Key), one.Value))];
    private readonly string? _atMost = entry.AtMost is { } most ? ScalarText.Of(most) : null;

    public Condition When { get; } = new(entry.When);
    public RuleEntry Entry => entry;

    /// <summary>The setting or media that it is about; a fault names it.</summary>
    public string Setting { get; } =
        entry.Setting ?? entry.AnyOf?[0] ?? entry.NotTogether?[^1] ?? new Quantity(entry.Sum!.Keys.First()).Key;

    /// <summary>Null unless the rule leaves some values of a setting, or none.</summary>
    public IReadOnlyList<string>? Allowed { get; } = entry.Allowed?.Select(one => ScalarText.Of(one)!).ToArray();
    public string Reason => entry.Reason;

    /// <summary>Whether it says which values a setting has, or that it must have one.</summary>
    public bool BindsValues => Allowed is not null || entry.Required;

    /// <summary>Everything that it looks at.</summary>
    public IEnumerable<string> Keys =>
        [.. When.Keys, Setting, .. entry.AnyOf ?? [], .. entry.NotTogether ?? [], .. _sum.Select(one => one.Of.Key)];

    public bool IsBroken(Dictionary<string, string> values, GenerationInput? form = null, InputFacts? facts = null)
    {
        if (!When.Holds(values)) return false;
        if (Allowed is { } allowed) return values.TryGetValue(Setting, out var value) && !allowed.Contains(value);
        if (entry.AnyOf is { } any) return !any.Exists(values.ContainsKey);
        if (entry.NotTogether is { } apart) return apart.Count(values.ContainsKey) > 1;
        return entry.Required ? !values.ContainsKey(Setting) : form is not null && IsSumOff(values, form, facts ?? InputFacts.None);
    }

    /// <summary>What the sum may be: <c>at most 7</c>; null when the rule is none about a sum.</summary>
    public string? Limit => _sum.Length == 0 ? null : WireValue.Range(entry.AtLeast, null, _atMost);

    private bool IsSumOff(Dictionary<string, string> values, GenerationInput form, InputFacts facts)
    {
        var total = 0m;
        foreach (var (of, weight) in _sum)
        {
            if (of.Measured(values, form, facts) is not { } number) return false;
            // A length that the model decides is below nothing.
            total += Math.Max(0, number) * weight;
        }

        if (total == 0) return false;
        var most = _atMost is null ? null : ScalarText.Number(_atMost) ?? (values.TryGetValue(_atMost, out var text) ? ScalarText.Number(text) : null);
        var tolerance = Array.Exists(_sum, one => one.Of.IsSeconds) ? MediaLimits.Tolerance : 0;
        return total > most + tolerance || total < entry.AtLeast - tolerance;
    }
}
