using System.Buffers.Binary;

namespace Kinora.Sandbox.Rendering;

/// <summary>A font on the local disk: which letters it has and how wide they are, from its own tables.</summary>
internal sealed class Font
{
    private const int Letters = 0x10000;

    private readonly float?[] _widths;

    private Font(string path, float?[] widths) => (Path, _widths) = (path, widths);

    public string Path { get; }

    /// <summary>Reads a TrueType or OpenType font; null for what is none, or has no table of the usual letters.</summary>
    public static Font? Read(string path)
    {
        try
        {
            return Widths(File.ReadAllBytes(path)) is { } widths ? new Font(path, widths) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null; // Not to be read, or it ends before its tables do.
        }
    }

    /// <summary>How wide a letter is, in parts of the font's size; null when the font has none for it.</summary>
    public double? Width(char letter) => _widths[letter];

    private static float?[]? Widths(byte[] font)
    {
        if (Table(font, "cmap"u8) is not { } map || Table(font, "head"u8) is not { } head || Table(font, "hhea"u8) is not { } layout
            || Table(font, "hmtx"u8) is not { } advances || Segments(font, map) is not { } segments) return null;

        // Units in the em; and for how many glyphs a width is listed: further ones are as wide as the last.
        var (units, listed) = (Number(font, head + 18), Number(font, layout + 34));
        var widths = new float?[Letters];
        foreach (var (letter, glyph) in Glyphs(font, segments)) widths[letter] = Number(font, advances + (4 * Math.Min(glyph, listed - 1))) / (float)units;
        return widths;
    }

    private static int? Table(byte[] font, ReadOnlySpan<byte> tag)
    {
        for (var (entry, left) = (12, Number(font, 4)); left > 0; (entry, left) = (entry + 16, left - 1))
        {
            if (font.AsSpan(entry, 4).SequenceEqual(tag)) return (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(entry + 8));
        }

        return null;
    }

    // The table in format 4, which maps the first 65,536 letters of Unicode, segment by segment.
    private static int? Segments(byte[] font, int map)
    {
        for (var (entry, left) = (map + 4, Number(font, map + 2)); left > 0; (entry, left) = (entry + 8, left - 1))
        {
            var table = map + (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(entry + 4));
            if (Number(font, entry) is 0 or 3 && Number(font, table) == 4) return table;
        }

        return null;
    }

    // The four lists of the segments (last letters, first letters, offsets of numbers and of glyphs) are equally long.
    private static IEnumerable<(int Letter, int Glyph)> Glyphs(byte[] font, int table)
    {
        var length = Number(font, table + 6);
        for (var at = 0; at < length; at += 2)
        {
            var (last, first) = (Number(font, table + 14 + at), Number(font, table + 16 + length + at));
            var (shift, place) = (Number(font, table + 16 + (2 * length) + at), table + 16 + (3 * length) + at);
            var offset = Number(font, place);
            for (var letter = first; letter <= last; letter++)
            {
                var listed = offset == 0 ? letter : Number(font, place + offset + (2 * (letter - first)));
                if (listed != 0 && ((listed + shift) & 0xFFFF) is > 0 and var glyph) yield return (letter, glyph);
            }
        }
    }

    private static int Number(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}
