namespace Kinora.Sandbox.Rendering;

/// <summary>Makes the sound of a clip: a warm chord with soft bells above it, 16-bit stereo, faded in and out.</summary>
internal static class PadSound
{
    /// <summary>Samples in a second, where nothing less will do.</summary>
    public const int Rate = 48_000;

    private static readonly float[][] Chords = [[1, 1.5f, 2, 2.5f, 3], [1, 1.5f, 2, 2.4f, 3], [1, 1.3333f, 2, 2.6667f, 3], [1, 1.5f, 2.25f, 3, 3.75f]];
    private static readonly float[] Scale = [1, 1.125f, 1.25f, 1.5f, 1.6667f, 2];

    public static byte[] Make(Dice dice, double seconds, int rate)
    {
        var samples = (int)(seconds * rate);
        var (left, right) = (new float[samples], new float[samples]);
        var root = 82.41f * MathF.Pow(2, dice.Below(12) / 12f);
        foreach (var partial in Chords[dice.Below(Chords.Length)]) AddPartial(dice, rate, left, right, root * partial, 0.1f / MathF.Sqrt(partial));
        for (var at = dice.Between(0.2f, 0.8f); at < seconds - 0.5; at += dice.Between(0.45f, 1.3f))
        {
            AddBell(rate, left, right, at, root * 4 * Scale[dice.Below(Scale.Length)], dice.Between(0.03f, 0.08f), dice.Between(0.2f, 0.8f));
        }

        return Pcm(rate, left, right, (float)seconds);
    }

    // Two voices a little out of tune, one to each side, swelling slowly.
    private static void AddPartial(Dice dice, int rate, float[] left, float[] right, float hertz, float loudness)
    {
        var (swell, phase, detune) = (dice.Between(0.08f, 0.3f), dice.Between(0, MathF.Tau), dice.Between(0.15f, 0.5f));
        for (var i = 0; i < left.Length; i++)
        {
            var t = i / (float)rate;
            var level = loudness * (0.7f + (0.3f * MathF.Sin((MathF.Tau * swell * t) + phase)));
            left[i] += level * Sine((hertz - detune) * (double)t);
            right[i] += level * Sine(((hertz + detune) * (double)t) + 0.25);
        }
    }

    private static void AddBell(int rate, float[] left, float[] right, float at, float hertz, float loudness, float side)
    {
        var start = (int)(at * rate);
        for (var i = start; i < Math.Min(left.Length, start + (2 * rate)); i++)
        {
            var t = (i - start) / (float)rate;
            var sound = loudness * MathF.Min(1, t * 60) * MathF.Exp(-3 * t) * (Sine(hertz * (double)t) + (0.3f * Sine(hertz * 2.01 * t)));
            left[i] += sound * (1 - side);
            right[i] += sound * side;
        }
    }

    private static byte[] Pcm(int rate, float[] left, float[] right, float seconds)
    {
        var bytes = new byte[left.Length * 4];
        for (var i = 0; i < left.Length; i++)
        {
            var t = i / (float)rate;
            var fade = Math.Clamp(MathF.Min(t / 0.8f, (seconds - t) / 1.2f), 0, 1);
            BitConverter.TryWriteBytes(bytes.AsSpan(i * 4), Sample(left[i] * fade));
            BitConverter.TryWriteBytes(bytes.AsSpan((i * 4) + 2), Sample(right[i] * fade));
        }

        return bytes;
    }

    private static float Sine(double turns) => MathF.Sin((float)((turns - Math.Floor(turns)) * Math.Tau));

    private static short Sample(float value) => (short)(MathF.Tanh(value) * 30_000);
}
