using System.Globalization;
using System.Text;

namespace Kinora.Sandbox.Rendering;

/// <summary>A prompt, set in lines for the foot of a picture.</summary>
internal sealed record Caption(IReadOnlyList<string> Lines, int FontSize)
{
    private const int MaxLines = 3;
    private const int MaxPrompt = 400;

    // Usual width of a letter, in parts of the font's size.
    private const double LetterWidth = 0.56;

    /// <summary>Null when nothing of the prompt can be shown.</summary>
    public static Caption? For(string prompt, int width, int height)
    {
        var words = Printable(prompt).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;

        var size = Math.Max(8, Math.Min(width, height) / 26);
        return new Caption(Wrap(words, Math.Max(8, (int)(width * 0.84 / (size * LetterWidth)))), size);
    }

    private static List<string> Wrap(string[] words, int letters)
    {
        var lines = new List<string> { "" };
        foreach (var word in words)
        {
            var joined = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (joined.Length <= letters)
            {
                lines[^1] = joined;
                continue;
            }

            if (lines.Count == MaxLines)
            {
                lines[^1] = Cut(joined, letters - 1) + "…";
                return lines;
            }

            if (lines[^1].Length == 0) lines.Clear();
            lines.Add(Cut(word, letters));
        }

        return lines;
    }

    private static string Cut(string text, int letters) => text.Length <= letters ? text : text[..letters].TrimEnd();

    // Without control characters and pictographs, which fonts for text do not have.
    private static string Printable(string prompt)
    {
        var text = new StringBuilder();
        foreach (var rune in prompt.EnumerateRunes().Take(MaxPrompt))
        {
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune.IsBmp && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol)) text.Append(rune);
        }

        return text.ToString();
    }
}
