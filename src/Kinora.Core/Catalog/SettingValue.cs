namespace Kinora.Core.Catalog;

/// <summary>Checks one form value against its parameter.</summary>
internal static class SettingValue
{
    /// <summary>What would do instead, such as <c>4, 6 or 8</c>; null when the value will do.</summary>
    /// <param name="choices">The form values that are left by the rules; null when they are not listed.</param>
    public static string? Fault(Parameter parameter, IReadOnlyList<string>? choices, string value)
    {
        var entry = parameter.Entry;
        if (choices is not null) return choices.Contains(value) ? null : Words.Or(choices);
        if (value.Length > entry.MaxLength) return $"at most {entry.MaxLength:N0} characters";
        if (value.Length < entry.MinLength) return $"at least {entry.MinLength:N0} characters";
        if (parameter.Pattern?.IsMatch(value) is false) return $"a text like {entry.Pattern}";
        if (parameter.Role?.Type is FormType.Boolean && value is not ("true" or "false")) return "true or false";
        if (parameter.Role?.Type is not (FormType.Integer or FormType.Number) && entry.Type is not (WireType.Integer or WireType.Number)) return null;
        if (ScalarText.Number(value) is not { } number) return "a number";
        return entry.Takes(number) ? null : WireValue.Range(entry);
    }
}
