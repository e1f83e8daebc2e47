using System.Buffers.Binary;

namespace Kinora.Server.Tests;

internal static class Sounds
{
    private const int Rate = 8000;

    /// <summary>A real WAV of silence.</summary>
    public static byte[] Wave(int seconds)
    {
        var wave = new byte[44 + (seconds * Rate)];
        "RIFF"u8.CopyTo(wave);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        "data"u8.CopyTo(wave.AsSpan(36));
        foreach (var (at, number) in new[] { (4, wave.Length - 8), (16, 16), (20, 1 | (1 << 16)), (24, Rate), (28, Rate), (32, 1 | (8 << 16)), (40, wave.Length - 44) })
            BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(at), number);
        wave.AsSpan(44).Fill(128);
        return wave;
    }
}
