namespace Kinora.Core.Catalog;

/// <summary>Sentences about request forms that cannot be made.</summary>
internal static class FaultText
{
    public static string Because(string? reason) => reason is null ? "" : $" ({reason})";

    /// <summary>Which modes of the product would take the field; empty when none would.</summary>
    public static string Elsewhere(ModelDefinition model, string role)
    {
        var modes = model.Modes.Where(one => one.Controls.Any(control => control.Role == role)).Select(one => one.Mode).ToArray();
        return modes.Length == 0 ? "" : $" It does in {Words.Or(modes)}.";
    }

    public static string Needed(string model, Setting setting, string mode) =>
        $"{model} needs {setting.Key} in {mode}{Because(setting.Reason)}.";

    public static string NotTaken(string model, Setting setting, string value, string wanted)
    {
        var start = $"{model} takes {setting.Key} {wanted}{Because(setting.IsNarrowed ? setting.Reason : null)}";
        if (setting.Choices is { Count: > 0 } choices)
            return $"{start}; the nearest to {GivenValue.Shorten(value)} is {Nearest.Of(value, choices)}.";
        return value.Length > setting.Parameter.Entry.MaxLength ? $"{start}; this has {value.Length:N0}." : start + ".";
    }

    public static string Demand(Rule rule) => rule.Allowed switch
    {
        null when rule.Entry.AnyOf is { } any => $"needs {Words.Or(any)}",
        null when rule.Entry.NotTogether is { } apart => $"takes only one of {string.Join(", ", apart)}",
        null when rule.Limit is { } limit => $"takes {string.Join(" + ", rule.Entry.Sum!.Keys)} {limit}",
        null => $"needs {rule.Setting}",
        [] => $"takes no {rule.Setting}",
        _ => $"takes {rule.Setting} {Words.Or(rule.Allowed)}",
    };
}
