using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kinora.Sandbox.Rendering;

/// <summary>Numbers that look random and are the same for the same prompt and seed, on every machine and in every version (SplitMix64).</summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice From(string prompt, long? seed) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{prompt}\0{seed}"))));

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>At least <paramref name="low"/>, less than <paramref name="high"/>.</summary>
    public float Between(float low, float high) => low + ((Next() >> 40) / (float)(1 << 24) * (high - low));

    /// <summary>From 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);
}
