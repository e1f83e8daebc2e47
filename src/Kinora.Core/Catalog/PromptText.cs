namespace Kinora.Core.Catalog;

/// <summary>The prompt with the sentences that clauses add to it.</summary>
internal static class PromptText
{
    public static bool HasClauses(ModeShape mode) => mode.Settings.Any(setting => setting.Parameter.Clause is not null);

    /// <returns>Null when there is nothing to say.</returns>
    public static string? Of(ModeShape mode, Dictionary<string, string> values)
    {
        var prompt = values.GetValueOrDefault(FormRole.Prompt);
        foreach (var setting in mode.Settings)
        {
            if (setting.Parameter.Clause is not { } clause || !values.TryGetValue(setting.Key, out var value)) continue;
            prompt = prompt is null ? clause.Texts[value] : $"{Ended(prompt)} {clause.Texts[value]}";
        }

        return prompt;
    }

    private static string Ended(string text)
    {
        var trimmed = text.TrimEnd();
        return char.IsLetterOrDigit(trimmed[^1]) ? trimmed + "." : trimmed;
    }
}
