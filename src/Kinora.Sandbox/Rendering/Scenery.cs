using System.Numerics;

namespace Kinora.Sandbox.Rendering;

/// <summary>A layer of a scene: its picture, and by how many pixels it moves to the left with each frame.</summary>
internal readonly record struct Layer(Canvas Picture, float Speed);

/// <summary>Paints a landscape in layers that drift past each other: sky with sun or moon, clouds, mountains in haze.</summary>
internal sealed class Scenery
{
    private const int Ridges = 4;

    private readonly Dice _dice;
    private readonly Palette _palette;
    private readonly int _width;
    private readonly int _height;
    private readonly int _frames;
    private readonly float _unit;
    private readonly Vector2 _sun;

    public Scenery(Dice dice, int width, int height, int frames)
    {
        (_dice, _width, _height, _frames) = (dice, width, height, frames);
        _palette = Palette.Pick(dice);
        _unit = MathF.Min(width, height);
        _sun = new Vector2(dice.Between(0.22f, 0.78f) * width, dice.Between(0.26f, 0.46f) * height);
    }

    /// <summary>From the back to the front.</summary>
    /// <param name="polished">With the edges in shade.</param>
    public IReadOnlyList<Layer> Paint(bool polished)
    {
        Layer[] layers = [Sky(), Clouds(), .. Enumerable.Range(0, Ridges).Select(Ridge)];
        return polished ? [.. layers, Shade()] : layers;
    }

    private Layer Sky()
    {
        var radius = _unit * _dice.Between(0.045f, 0.1f);
        var stars = new Noise((uint)_dice.Next());
        var canvas = new Canvas(_width, _height).Fill((x, y) =>
        {
            var colour = Gradient(y / (float)_height);
            var distance = Vector2.Distance(new Vector2(x, y), _sun);
            if (_palette.IsNight) colour += Vector3.One * Star(stars, x, y) * (1 - (y / (float)_height));
            colour = Screen(colour, _palette.Sun * (0.7f * MathF.Exp(-MathF.Max(0, distance - radius) / (radius * 1.5f))));
            colour = Screen(colour, _palette.Horizon * (0.55f * MathF.Exp(-distance / (_unit * 0.4f))));
            return (Vector3.Lerp(colour, Vector3.Lerp(_palette.Sun, Vector3.One, 0.35f), Math.Clamp((radius - distance) / 1.5f + 0.5f, 0, 1)), 1);
        });
        return new Layer(canvas, 0);
    }

    // Light upon light, which never gets brighter than white.
    private static Vector3 Screen(Vector3 below, Vector3 light) => Vector3.One - ((Vector3.One - below) * (Vector3.One - light));

    // The sky ends in the haze above the mountains.
    private Vector3 Gradient(float down)
    {
        var t = Math.Clamp(down / 0.56f, 0, 1);
        return t < 0.55f
            ? Vector3.Lerp(_palette.Top, _palette.Middle, t / 0.55f)
            : Vector3.Lerp(_palette.Middle, _palette.Horizon, (t - 0.55f) / 0.45f);
    }

    // One point of light in some cells of a grid.
    private float Star(Noise noise, int x, int y)
    {
        var cell = MathF.Max(4, _unit / 40);
        var (column, row) = (MathF.Floor(x / cell), MathF.Floor(y / cell));
        var brightness = noise.At((column * 3) + 0.5f, row * 3);
        if (brightness < 0.62f) return 0;
        var centre = new Vector2(column + (0.2f + (0.6f * noise.At(column * 5, row * 7))), row + (0.2f + (0.6f * noise.At(row * 11, column * 13)))) * cell;
        return (brightness - 0.5f) * 2 * MathF.Exp(-Vector2.DistanceSquared(new Vector2(x, y), centre) / MathF.Max(0.5f, _unit / 900));
    }

    private Layer Clouds()
    {
        var speed = Speed(0.5f);
        var noise = new Noise((uint)_dice.Next());
        var cover = _dice.Between(0.42f, 0.58f);
        var canvas = new Canvas(Wide(speed), _height).Fill((x, y) =>
        {
            var band = MathF.Sin(Math.Clamp(y / (_height * 0.7f), 0, 1) * MathF.PI);
            if (band <= 0) return (default, 0);
            var density = noise.Fractal(x / (_unit * 0.5f), y / (_unit * 0.13f), 5);
            var lit = Vector3.Lerp(Gradient((y / (float)_height) + 0.15f), _palette.Sun, 0.35f + (0.5f * (density - cover)));
            return (lit, Math.Clamp((density - cover) * 3.2f, 0, 1) * band * 0.62f);
        });
        return new Layer(canvas, speed);
    }

    private Layer Ridge(int index)
    {
        var depth = index / (float)(Ridges - 1);
        var speed = Speed(index + 1);
        var noise = new Noise((uint)_dice.Next());
        var rise = _unit * float.Lerp(0.26f, 0.2f, depth) * _dice.Between(0.8f, 1.25f);
        var length = _unit * float.Lerp(0.5f, 0.85f, depth) * _dice.Between(0.8f, 1.2f);
        var foot = _height * float.Lerp(0.68f, 0.96f, depth);
        var trees = index == Ridges - 1 && _dice.Below(3) > 0 ? _unit * _dice.Between(0.03f, 0.06f) : 0;
        var colour = Vector3.Lerp(Vector3.Lerp(_palette.Horizon, _palette.Middle, 0.45f), _palette.Near, MathF.Pow(0.25f + (0.75f * depth), 1.1f));
        var haze = Vector3.Lerp(colour, _palette.Horizon, 0.6f * (1 - (0.85f * depth)));

        var width = Wide(speed);
        var line = new float[width];
        for (var x = 0; x < width; x++)
        {
            var crest = 1 - MathF.Abs((2 * noise.Fractal(x / length, index * 31, 6)) - 1);
            line[x] = foot - (rise * crest) - (trees * Tree(noise, x / MathF.Max(1, trees)));
        }

        var canvas = new Canvas(width, _height).Fill((x, y) =>
        {
            var below = y - line[x];
            var mist = Math.Clamp((y - foot + (rise * 0.9f)) / (_unit * 0.26f), 0, 1);
            return (Vector3.Lerp(colour, haze, mist * mist), Math.Clamp(below + 0.5f, 0, 1));
        });
        return new Layer(canvas, speed);
    }

    // Firs: triangles of differing height that stand close to each other.
    private static float Tree(Noise noise, float x)
    {
        const float Spacing = 0.55f;
        var cell = MathF.Floor(x / Spacing);
        var tallest = 0f;
        for (var at = cell - 1; at <= cell + 1; at++)
        {
            var centre = (at + 0.5f + ((noise.At(at * 7, 3) - 0.5f) * 0.6f)) * Spacing;
            var height = 0.35f + (0.9f * noise.At(at * 13, 7));
            tallest = MathF.Max(tallest, height * (1 - (MathF.Abs(x - centre) * 3.2f)));
        }

        return tallest;
    }

    private Layer Shade()
    {
        var (middle, reach) = (new Vector2(_width, _height) / 2, new Vector2(_width, _height).Length() / 2);
        return new Layer(new Canvas(_width, _height).Fill((x, y) =>
        {
            var rim = Vector2.Distance(new Vector2(x, y), middle) / reach;
            return (default, 0.42f * rim * rim * rim);
        }), 0);
    }

    // Whole pixels per frame look smooth; only pictures too small to mind get fractions.
    private float Speed(float pixelsAt1280)
    {
        var speed = pixelsAt1280 * MathF.Max(_width, _height) / 1280;
        return speed >= 1 ? MathF.Round(speed) : speed;
    }

    private int Wide(float speed) => _width + (int)MathF.Ceiling(speed * _frames) + 2;
}
