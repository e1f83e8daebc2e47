using System.Globalization;
using System.Text;

namespace Kinora.Sandbox.Rendering;

/// <summary>Text set in lines, to be drawn over a picture.</summary>
internal sealed record Caption(IReadOnlyList<string> Lines, int FontSize)
{
    private const int MaxText = 400;

    // Usual width of a letter, in parts of the font's size.
    private const double LetterWidth = 0.56;

    /// <summary>A prompt, in up to three lines for the foot of a picture. Null when nothing of it can be shown.</summary>
    public static Caption? For(string prompt, int width, int height) => Set(prompt, width * 0.84, Math.Min(width, height) / 26, 3);

    /// <summary>A watermark, in one line for a corner of a picture. Null when nothing of it can be shown.</summary>
    public static Caption? Watermark(string text, int width, int height) => Set(text, width * 0.5, Math.Min(width, height) / 32, 1);

    private static Caption? Set(string text, double width, int fontSize, int maxLines)
    {
        var words = Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;

        var size = Math.Max(8, fontSize);
        return new Caption(Wrap(words, Math.Max(8, (int)(width / (size * LetterWidth))), maxLines), size);
    }

    private static List<string> Wrap(string[] words, int letters, int maxLines)
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

            if (lines.Count == maxLines)
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
    private static string Printable(string given)
    {
        var text = new StringBuilder();
        foreach (var rune in given.EnumerateRunes().Take(MaxText))
        {
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune.IsBmp && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol)) text.Append(rune);
        }

        return text.ToString();
    }
}
