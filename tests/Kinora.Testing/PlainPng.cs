using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kinora.Testing;

/// <summary>Grey pictures of any size, without a tool.</summary>
public static class PlainPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="baggage">Bytes that it carries along and no reader looks at.</param>
    public static byte[] Of(int width, int height, ReadOnlySpan<byte> baggage = default)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Write(png, "IHDR", header);
        if (baggage.Length > 0) Write(png, "kiNo", baggage);
        Write(png, "IDAT", Pixels(width, height));
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var line = new byte[width + 1];
            line.AsSpan(1).Fill(0x80);
            for (var y = 0; y < height; y++) zlib.Write(line);
        }

        return packed.ToArray();
    }

    private static void Write(Stream png, string type, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
