namespace Kinora.Sandbox.Rendering;

/// <summary>Smooth noise: the stuff of clouds and ridges.</summary>
internal readonly struct Noise(uint seed)
{
    private readonly uint _seed = seed;

    /// <summary>Between 0 and 1, smooth, changing about once per unit.</summary>
    public float At(float x, float y)
    {
        var (x0, y0) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (u, v) = (Smooth(x - x0), Smooth(y - y0));
        return float.Lerp(
            float.Lerp(Corner(x0, y0), Corner(x0 + 1, y0), u),
            float.Lerp(Corner(x0, y0 + 1), Corner(x0 + 1, y0 + 1), u),
            v);
    }

    /// <summary>Noise upon noise, each layer half as large and half as strong.</summary>
    public float Fractal(float x, float y, int layers)
    {
        var (sum, strength, total) = (0f, 1f, 0f);
        for (var layer = 0; layer < layers; layer++)
        {
            sum += At(x, y) * strength;
            total += strength;
            (x, y, strength) = ((x * 2) + 17.3f, (y * 2) + 9.1f, strength / 2);
        }

        return sum / total;
    }

    private float Corner(int x, int y)
    {
        var h = _seed ^ ((uint)x * 0x8DA6B343) ^ ((uint)y * 0xD8163841);
        h = (h ^ (h >> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >> 12)) * 0x297A2D39;
        return ((h ^ (h >> 15)) & 0xFFFFFF) / (float)0xFFFFFF;
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
