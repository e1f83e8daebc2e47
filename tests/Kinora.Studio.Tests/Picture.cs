using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kinora.Studio.Tests;

/// <summary>A small PNG with a gradient, made without a picture library.</summary>
internal static class Picture
{
    public static byte[] Png(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits per sample
        header[9] = 2; // red, green, blue
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Rows(width, height));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Rows(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter
                for (var x = 0; x < width; x++) zlib.Write([(byte)(255 * x / width), (byte)(255 * y / height), 160]);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
