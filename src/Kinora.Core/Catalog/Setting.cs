namespace Kinora.Core.Catalog;

/// <summary>A parameter as one mode takes it: narrowed by the rules that the mode alone decides.</summary>
internal sealed class Setting
{
    public Setting(Parameter parameter, string? chosenDefault, IReadOnlyList<Rule> rules)
    {
        Parameter = parameter;
        Choices = parameter.Choices;
        Required = parameter.Entry.Required || rules.Any(rule => rule.Allowed is null);
        foreach (var rule in rules.Where(rule => rule.Allowed is not null))
        {
            Choices = (Choices ?? parameter.Listed ?? rule.Allowed!).Where(rule.Allowed!.Contains).ToArray();
            IsNarrowed = true;
        }

        Reason = rules.Count == 0 ? null : string.Join(", and ", rules.Select(rule => rule.Reason));
        Default = Permitted(chosenDefault, parameter.Default);
        WireDefault = Permitted(parameter.Default, chosenDefault);
    }

    public Parameter Parameter { get; }
    public string Key => Parameter.Key;

    /// <summary>The form values that this mode takes; null when any within the limits will do.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>Whether a rule took choices away.</summary>
    public bool IsNarrowed { get; }

    /// <summary>Whether a rule took every choice away, so that the mode has no such setting.</summary>
    public bool IsWithdrawn => Choices is { Count: 0 };

    /// <summary>The rules' reasons; null when there is none.</summary>
    public string? Reason { get; }
    public bool Required { get; }

    /// <summary>What Kinora takes when nothing is said; null when nothing is sent.</summary>
    public string? Default { get; }

    /// <summary>What the provider takes when the field is absent; Kinora's default where the provider's is not known.</summary>
    public string? WireDefault { get; }

    /// <summary>The values that conditions may meet in this mode; null when they cannot be listed.</summary>
    public IReadOnlyList<string>? Listed => Choices ?? Parameter.Listed;

    // The first that this mode takes; the mode's first choice where it takes neither.
    private string? Permitted(string? first, string? second)
    {
        if (IsWithdrawn || (first ?? second) is null) return null;
        if (first is not null && Takes(first)) return first;
        return second is not null && Takes(second) ? second : Choices?[0];
    }

    private bool Takes(string value) => SettingValue.Fault(Parameter, Choices, value) is null;
}
