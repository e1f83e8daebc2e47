using System.Globalization;
using System.Text;

namespace Kinora.Sandbox.Rendering;

/// <summary>Text set in lines, to be drawn over a picture.</summary>
internal sealed record Caption(IReadOnlyList<string> Lines, int FontSize)
{
    private const int MaxText = 400;
    private const char Ellipsis = '…';

    /// <summary>A prompt, in up to three lines for the foot of a picture. Null when nothing of it can be shown.</summary>
    /// <param name="letter">How wide a letter is, in parts of the font's size; null for one that the font does not have, which is left out.</param>
    public static Caption? For(string prompt, int width, int height, Func<char, double?> letter) =>
        Set(prompt, width * 0.88, Math.Min(width, height) / 26, 3, letter);

    /// <summary>A watermark, in one line for a corner of a picture. Null when nothing of it can be shown.</summary>
    /// <param name="letter">As for a prompt.</param>
    public static Caption? Watermark(string text, int width, int height, Func<char, double?> letter) =>
        Set(text, width * 0.5, Math.Min(width, height) / 32, 1, letter);

    private static Caption? Set(string text, double width, int fontSize, int maxLines, Func<char, double?> letter)
    {
        var words = Printable(text, letter).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;

        var size = Math.Max(8, fontSize);
        var lines = Wrap(words, width / size, letter);
        return new Caption(lines.Count <= maxLines ? lines : [.. lines.Take(maxLines - 1), End(lines[maxLines - 1], width / size, letter)], size);
    }

    private static List<string> Wrap(string[] words, double room, Func<char, double?> letter)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && Fitting($"{lines[^1]} {word}", room, letter) == lines[^1].Length + 1 + word.Length)
            {
                lines[^1] += $" {word}";
                continue;
            }

            // What is too wide for any line is broken, as are texts without spaces.
            for (var rest = word; rest.Length > 0; rest = rest[lines[^1].Length..]) lines.Add(rest[..Math.Max(1, Fitting(rest, room, letter))]);
        }

        return lines;
    }

    private static string End(string line, double room, Func<char, double?> letter) =>
        line[..Fitting(line, room - (letter(Ellipsis) ?? 0), letter)].TrimEnd() + Ellipsis;

    // How many letters there is room for.
    private static int Fitting(string text, double room, Func<char, double?> letter)
    {
        var count = 0;
        for (var left = room; count < text.Length && (left -= letter(text[count]) ?? 0) >= 0;) count++;
        return count;
    }

    // Without control characters and pictographs, and without what the font does not have: it would draw boxes for them.
    private static string Printable(string given, Func<char, double?> letter)
    {
        var text = new StringBuilder();
        foreach (var rune in given.EnumerateRunes().Take(MaxText))
        {
            if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune.IsBmp && letter((char)rune.Value) is not null && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
                or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol)) text.Append(rune);
        }

        return text.ToString();
    }
}
