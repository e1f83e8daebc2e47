using System.Text;

namespace Kinora.Core.Catalog;

/// <summary>Warns of texts in letters that a model does not read; the language itself cannot be known for sure.</summary>
internal static class LetterWarning
{
    private const string Letters = "$letters";

    public static IReadOnlyList<InputWarning> Of(IReadOnlyList<WarningEntry> warnings, Dictionary<string, string> values)
    {
        if (warnings.Count == 0) return [];
        List<InputWarning> found = [];
        foreach (var warning in warnings)
        {
            if (!values.TryGetValue(warning.Setting, out var text) || Foreign(text) is not { Length: > 0 } letters) continue;
            found.Add(new(warning.Setting, new(warning.Text.En.Replace(Letters, letters), warning.Text.Ru.Replace(Letters, letters))));
        }

        return found;
    }

    // The first few letters that are not Latin, each once.
    private static string Foreign(string text) => string.Join(", ", text.EnumerateRunes()
        .Where(rune => Rune.IsLetter(rune) && !IsLatin(rune.Value)).Select(rune => rune.ToString()).Distinct().Take(5));

    // Basic Latin, Latin-1, the extensions A and B, and Latin Extended Additional.
    private static bool IsLatin(int code) => code is < 0x0250 or (>= 0x1E00 and < 0x1F00);
}

/// <summary>What a person should hear before paying, though it is no reason to refuse.</summary>
/// <param name="Field">The form's field.</param>
public sealed record InputWarning(string Field, Localized Text);
