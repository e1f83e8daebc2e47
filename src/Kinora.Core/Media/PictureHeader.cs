using System.Buffers.Binary;

namespace Kinora.Core.Media;

/// <summary>What the first bytes of a picture say of it, read without decoding anything.</summary>
public readonly record struct PictureHeader(string ContentType, int Width, int Height)
{
    /// <summary>The usual file extension, without a dot.</summary>
    public string Extension => ContentType switch { "image/png" => "png", "image/jpeg" => "jpg", _ => "webp" };

    /// <summary>Recognises PNG, JPEG and WebP by their magic bytes; null for anything else, and for headers that make no sense.</summary>
    public static PictureHeader? Read(Stream picture)
    {
        Span<byte> head = stackalloc byte[30];
        picture.Position = 0;
        var length = picture.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length < head.Length) return null;

        var found = Sniff(head, picture);
        return found is { Width: > 0, Height: > 0 } ? found : null;
    }

    private static PictureHeader? Sniff(ReadOnlySpan<byte> head, Stream picture)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return Png(head);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg(picture);
        return head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? WebP(head) : null;
    }

    private static PictureHeader? Png(ReadOnlySpan<byte> head) => head[12..].StartsWith("IHDR"u8)
        ? new PictureHeader("image/png", BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
        : null;

    private static PictureHeader? WebP(ReadOnlySpan<byte> head)
    {
        var body = head[20..];
        var (width, height) = head[12..16] switch
        {
            var kind when kind.SequenceEqual("VP8 "u8) =>
                (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF),
            var kind when kind.SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) is var bits =>
                ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1),
            var kind when kind.SequenceEqual("VP8X"u8) => (UInt24(body[4..]) + 1, UInt24(body[7..]) + 1),
            _ => (0, 0),
        };
        return new PictureHeader("image/webp", width, height);
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    // Hops from segment to segment until a start of frame (C0 to CF but for the tables C4, C8 and CC), which holds the size.
    private static PictureHeader? Jpeg(Stream picture)
    {
        Span<byte> segment = stackalloc byte[9];
        for (var at = 2L; ;)
        {
            picture.Position = at;
            if (picture.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) < segment.Length || segment[0] != 0xFF) return null;
            if (segment[1] == 0xFF)
            {
                at++;
                continue;
            }

            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureHeader(
                    "image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            if (segment[1] is 0xD9 or 0xDA || length < 2) return null;
            at += 2 + length;
        }
    }
}
