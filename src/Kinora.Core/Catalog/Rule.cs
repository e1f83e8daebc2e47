namespace Kinora.Core.Catalog;

/// <summary>When the condition holds, a setting has only the allowed values (none: it cannot be used), or must have one.</summary>
internal sealed class Rule(RuleEntry entry)
{
    public Condition When { get; } = new(entry.When);
    public string Setting => entry.Setting;

    /// <summary>Null when the rule demands a value instead.</summary>
    public IReadOnlyList<string>? Allowed { get; } = entry.Allowed?.Select(one => ScalarText.Of(one)!).ToArray();
    public string Reason => entry.Reason;

    public bool IsBroken(Dictionary<string, string> values) => When.Holds(values) && (values.TryGetValue(Setting, out var value)
        ? Allowed is not null && !Allowed.Contains(value)
        : Allowed is null);
}
