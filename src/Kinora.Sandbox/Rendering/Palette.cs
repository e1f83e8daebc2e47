using System.Numerics;

namespace Kinora.Sandbox.Rendering;

/// <summary>The colours of a scene, as red, green, blue from 0 to 1.</summary>
internal sealed record Palette(Vector3 Top, Vector3 Middle, Vector3 Horizon, Vector3 Sun, Vector3 Near)
{
    private static readonly Palette[] All =
    [
        Of(0x1B1E4B, 0x7A3E8E, 0xFF8A5C, 0xFFE3B0, 0x120F26),
        Of(0x24507F, 0x86B4D6, 0xFFD9B8, 0xFFF4DC, 0x16263A),
        Of(0x050B1F, 0x0C2F50, 0x2FB59A, 0xE8FBFF, 0x03070F),
        Of(0x2B0B1D, 0x8C1F2F, 0xFF9D3B, 0xFFF0B5, 0x16060C),
        Of(0x0D3B4F, 0x3F9C9A, 0xFFE3A8, 0xFFFBEA, 0x08222C),
        Of(0x12002F, 0x5B12A6, 0xFF4FA0, 0xFFD1F0, 0x0B001C),
        Of(0x3F6F98, 0xC9B89A, 0xF7DDA8, 0xFFFBE8, 0x3A2718),
        Of(0x1C2836, 0x5F7C93, 0xCBDCE3, 0xFFFFFF, 0x0E151D),
        Of(0x0F3330, 0x468B6E, 0xF2E4A0, 0xFFFBD0, 0x06180F),
        Of(0x332860, 0xBE6398, 0xFFCDBE, 0xFFF1E6, 0x1A1130),
        Of(0x07122E, 0x273C86, 0xB08BE0, 0xF3EBFF, 0x050920),
        Of(0x0A2540, 0x1F7A8C, 0xF4A261, 0xFFE8C2, 0x07141F),
    ];

    /// <summary>Whether the sky is dark enough for stars.</summary>
    public bool IsNight => Top.X + Top.Y + Top.Z < 0.45f;

    public static Palette Pick(Dice dice)
    {
        var chosen = All[dice.Below(All.Length)];
        var tint = new Vector3(dice.Between(0.9f, 1.1f), dice.Between(0.9f, 1.1f), dice.Between(0.9f, 1.1f));
        return chosen with { Middle = chosen.Middle * tint, Horizon = chosen.Horizon * tint };
    }

    private static Palette Of(int top, int middle, int horizon, int sun, int near) => new(Rgb(top), Rgb(middle), Rgb(horizon), Rgb(sun), Rgb(near));

    private static Vector3 Rgb(int value) => new Vector3((value >> 16) & 255, (value >> 8) & 255, value & 255) / 255;
}
