using System.Buffers.Binary;
using System.Text;

namespace Kinora.Core.Media;

/// <summary>What the first bytes of a file say that it may be.</summary>
/// <remarks>Playlists, scripts and pages have none of these marks, so that no tool ever opens them.</remarks>
internal static class MediaHeader
{
    /// <summary>As many first bytes as are worth reading.</summary>
    public const int Length = 4096;

    // Stills and telephone videos in the container of MP4.
    private static readonly string[] OtherBrands = ["hei", "hev", "mif1", "msf1", "avif", "avis", "3g", "mjp2"];

    /// <summary>The content types that such a file can turn out to have; none when it is nothing that Kinora reads.</summary>
    public static IReadOnlyList<string> ContentTypes(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return ["image/png"];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ["image/jpeg"];
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return Matroska(start);
        if (start.StartsWith("OggS"u8)) return ["audio/ogg"];
        if (start.StartsWith("fLaC"u8)) return ["audio/flac"];
        if (start.StartsWith("ID3"u8)) return ["audio/mpeg", "audio/aac", "audio/flac"];
        if (start.Length < 12) return [];
        return start.StartsWith("RIFF"u8) ? Riff(start[8..12]) : start[0] == 0xFF ? Mpeg(start) : Boxes(start);
    }

    /// <summary>The same for a file.</summary>
    public static IReadOnlyList<string> ContentTypes(Stream file)
    {
        var start = new byte[Length];
        file.Position = 0;
        return ContentTypes(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    private static string[] Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? ["image/webp"]
        : form.SequenceEqual("WAVE"u8) ? ["audio/wav"]
        : form.SequenceEqual("AVI "u8) ? ["video/x-msvideo"]
        : [];

    // MP4 and QuickTime are boxes; the first one names the kind, and in old QuickTime files it is any of five.
    private static string[] Boxes(ReadOnlySpan<byte> start)
    {
        var box = Encoding.Latin1.GetString(start[4..8]);
        if (box is "moov" or "mdat" or "wide" or "free" or "skip") return ["video/quicktime"];
        if (box is not "ftyp") return [];
        var brand = Encoding.Latin1.GetString(start[8..12]);
        return brand switch
        {
            "qt  " => ["video/quicktime"],
            "M4A " or "M4B " => ["audio/mp4"],
            _ => Array.Exists(OtherBrands, other => brand.StartsWith(other, StringComparison.Ordinal)) ? [] : ["video/mp4", "audio/mp4"],
        };
    }

    // The header's document type, an element with the id 42 82 and a length of one byte, tells WebM from Matroska.
    private static string[] Matroska(ReadOnlySpan<byte> start)
    {
        var at = start.IndexOf((ReadOnlySpan<byte>)[0x42, 0x82]);
        if (at < 0) return [];
        var type = start[(at + 2)..];
        if (type.StartsWith((ReadOnlySpan<byte>)[0x84]) && type[1..].StartsWith("webm"u8)) return ["video/webm"];
        return type.StartsWith((ReadOnlySpan<byte>)[0x88]) && type[1..].StartsWith("matroska"u8) ? ["video/x-matroska"] : [];
    }

    // Frames of MPEG sound begin with eleven set bits, the version and the layer. AAC has layer 0, MP3 has layer III and no odd rates.
    private static string[] Mpeg(ReadOnlySpan<byte> start)
    {
        var head = BinaryPrimitives.ReadUInt32BigEndian(start);
        if ((head & 0xFFF60000) == 0xFFF00000) return ["audio/aac"];
        var (sync, version, layer, bitRate, rate) = (head >> 21, (head >> 19) & 3, (head >> 17) & 3, (head >> 12) & 15, (head >> 10) & 3);
        return sync == 0x7FF && version != 1 && layer == 1 && bitRate is not (0 or 15) && rate != 3 ? ["audio/mpeg"] : [];
    }
}
