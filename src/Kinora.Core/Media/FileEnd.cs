using System.Buffers.Binary;

namespace Kinora.Core.Media;

/// <summary>Tells files that break off from whole ones, as far as they say themselves how long they are.</summary>
/// <remarks>MP3, AAC, Ogg and FLAC do not: what is there of them is a shorter sound.</remarks>
internal static class FileEnd
{
    private const int MostParts = 100_000;

    public static bool IsThere(Stream file, string contentType) => contentType switch
    {
        "image/png" => HasPngEnd(file),
        "image/jpeg" => HasJpegEnd(file),
        "image/webp" or "audio/wav" or "video/x-msvideo" => FitsRiff(file),
        "video/mp4" or "video/quicktime" or "audio/mp4" => FitBoxes(file),
        "video/webm" or "video/x-matroska" => FitsSegment(file),
        _ => true,
    };

    private static bool HasPngEnd(Stream file)
    {
        Span<byte> chunk = stackalloc byte[8];
        long at = 8;
        for (var parts = 0; parts < MostParts && Read(file, at, chunk); parts++)
        {
            at += 12 + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].SequenceEqual("IEND"u8)) return at <= file.Length;
        }

        return false;
    }

    // In the coded picture a byte FF is followed by 00 or a marker, so that the end cannot stand there by chance.
    private static bool HasJpegEnd(Stream file)
    {
        Span<byte> segment = stackalloc byte[4];
        long at = 2;
        for (var parts = 0; parts < MostParts && Read(file, at, segment) && segment[1] != 0xDA; parts++)
            at += segment[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);

        Span<byte> bytes = stackalloc byte[16 * 1024];
        file.Position = at;
        for (byte last = 0; file.Read(bytes) is > 0 and var read; last = bytes[read - 1])
        {
            if ((last == 0xFF && bytes[0] == 0xD9) || bytes[..read].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0) return true;
        }

        return false;
    }

    // A writer that could not go back leaves 0 or the greatest number.
    private static bool FitsRiff(Stream file)
    {
        Span<byte> size = stackalloc byte[4];
        return Read(file, 4, size) && BinaryPrimitives.ReadUInt32LittleEndian(size) is var length
            && (length is 0 or uint.MaxValue || 8 + (long)length <= file.Length);
    }

    // A size of 0 reaches to the end; 1 stands for a long one that follows.
    private static bool FitBoxes(Stream file)
    {
        Span<byte> field = stackalloc byte[8];
        long at = 0;
        for (var parts = 0; parts < MostParts; parts++)
        {
            if (!Read(file, at, field)) return true;
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(field);
            if (size == 0) return true;
            if (size == 1) size = Read(file, at + 8, field) ? BinaryPrimitives.ReadUInt64BigEndian(field) : 0;
            if (size < 8 || size > (ulong)(file.Length - at)) return false;
            at += (long)size;
        }

        return false;
    }

    // The header, then one segment that holds everything. All ones stand for an unknown size, as in a recording that is still being made.
    private static bool FitsSegment(Stream file)
    {
        if (Size(file, 4) is not var (header, start)) return false;
        var segment = start + header;
        if (Size(file, segment + 4) is not var (length, body)) return false;
        return length < 0 || body + length <= file.Length;
    }

    // A number of 1 to 8 bytes whose leading zero bits tell how many; -1 for an unknown size. And where it ends.
    private static (long Size, long End)? Size(Stream file, long at)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (at < 0 || at > file.Length || !Read(file, at, bytes) || bytes[0] == 0) return null;
        var count = System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
        var value = bytes[0] & ((1L << (8 - count)) - 1);
        foreach (var next in bytes[1..count]) value = (value << 8) | next;
        return (value == (1L << (7 * count)) - 1 ? -1 : value, at + count);
    }

    private static bool Read(Stream file, long at, Span<byte> into)
    {
        file.Position = at;
        return file.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }
}
