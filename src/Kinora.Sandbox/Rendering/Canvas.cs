using System.Numerics;

namespace Kinora.Sandbox.Rendering;

/// <summary>A picture in the making: 8-bit RGBA, rows from the top, as FFmpeg reads it raw.</summary>
internal sealed class Canvas(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = new byte[width * height * 4];

    /// <summary>Paints every pixel; rows run in parallel, so <paramref name="paint"/> must depend on the place alone.</summary>
    public Canvas Fill(Func<int, int, (Vector3 Colour, float Alpha)> paint)
    {
        Parallel.For(0, Height, y =>
        {
            var at = y * Width * 4;
            for (var x = 0; x < Width; x++, at += 4)
            {
                var (colour, alpha) = paint(x, y);

                // An ordered dither of half a step keeps soft gradients free of bands.
                var dither = ((((x * 5) + (y * 3)) & 7) / 8f) - 0.4375f;
                Pixels[at] = Byte(colour.X, dither);
                Pixels[at + 1] = Byte(colour.Y, dither);
                Pixels[at + 2] = Byte(colour.Z, dither);
                Pixels[at + 3] = Byte(alpha, 0);
            }
        });
        return this;
    }

    private static byte Byte(float value, float dither) => (byte)Math.Clamp((value * 255) + dither + 0.5f, 0, 255);
}
