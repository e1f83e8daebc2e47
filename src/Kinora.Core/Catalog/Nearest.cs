using System.Globalization;

namespace Kinora.Core.Catalog;

/// <summary>Finds the allowed value that is most like a given one: by size where both have one, else by spelling.</summary>
internal static class Nearest
{
    public static string Of(string given, IReadOnlyList<string> allowed) =>
        Size(given) is { } size && allowed.All(one => Size(one) is not null)
            ? allowed.MinBy(one => Math.Abs(Size(one)!.Value - size))!
            : allowed.MinBy(one => Distance(given.Length > 100 ? given[..100] : given, one))!;

    /// <summary>How many letters differ, at the cheapest (Levenshtein); less where one text starts with the other.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], best);
            }
        }

        var isStart = one.Length > 0 && (one.StartsWith(other) || other.StartsWith(one));
        return isStart ? row[^1] / 3 : row[^1];
    }

    // 8 is 8; 720p is 720 lines and 4k 2160; 16:9 is the logarithm of its ratio, so that 1:1 lies midway between 16:9 and 9:16.
    private static double? Size(string text)
    {
        if (Number(text) is { } number) return number;
        if (text.EndsWith('p') || text.EndsWith('P')) return Number(text[..^1]);
        if (text.EndsWith('k') || text.EndsWith('K')) return Number(text[..^1]) * 540;
        var colon = text.IndexOf(':');
        return colon > 0 && Number(text[..colon]) is > 0 and var width && Number(text[(colon + 1)..]) is > 0 and var height
            ? Math.Round(Math.Log(width / height), 6)
            : null;
    }

    private static double? Number(string text)
    {
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return double.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
