namespace Kinora.Sandbox.Tests.Rendering;

/// <summary>A frame as a small picture of red, green and blue, to be compared with others.</summary>
internal sealed class Sight(byte[] pixels)
{
    public const int Width = 64, Height = 36;

    /// <summary>How far two are apart on average, from 0 to 255.</summary>
    public double From(Sight other) => Within(other, 0, 0, Width, Height);

    /// <summary>The same within a part of the frame.</summary>
    public double Within(Sight other, int left, int top, int right, int bottom) =>
        Places(left, top, right, bottom).SelectMany(at => Enumerable.Range(at, 3)).Average(at => Math.Abs(pixels[at] - other.Pixels[at]));

    /// <summary>Half of each.</summary>
    public Sight MixedWith(Sight other) => new([.. pixels.Zip(other.Pixels, (one, two) => (byte)((one + two) / 2))]);

    /// <summary>How much light and shade vary.</summary>
    public double Contrast()
    {
        var lights = Places(0, 0, Width, Height).Select(Light).ToArray();
        var average = lights.Average();
        return Math.Sqrt(lights.Average(light => (light - average) * (light - average)));
    }

    /// <summary>How alike the edges of two are, whatever their colours: 1 when they are the same, about 0 when they have nothing in common.</summary>
    public double EdgesAs(Sight other)
    {
        var (mine, theirs) = (Edges(), other.Edges());
        double Product(double[] one, double[] two) => one.Zip(two, (a, b) => a * b).Sum();
        return Product(mine, theirs) / Math.Sqrt(Product(mine, mine) * Product(theirs, theirs));
    }

    private byte[] Pixels => pixels;

    private double[] Edges()
    {
        var edges = Places(0, 0, Width - 1, Height - 1)
            .Select(at => Math.Abs(Light(at + 3) - Light(at)) + Math.Abs(Light(at + (3 * Width)) - Light(at))).ToArray();
        var average = edges.Average();
        return [.. edges.Select(edge => edge - average)];
    }

    private static IEnumerable<int> Places(int left, int top, int right, int bottom) =>
        from y in Enumerable.Range(top, bottom - top) from x in Enumerable.Range(left, right - left) select ((y * Width) + x) * 3;

    private double Light(int at) => (0.2126 * pixels[at]) + (0.7152 * pixels[at + 1]) + (0.0722 * pixels[at + 2]);
}
