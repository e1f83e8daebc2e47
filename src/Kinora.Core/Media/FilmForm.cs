using System.Globalization;

namespace Kinora.Core.Media;

/// <summary>What all clips of a film are brought to, so that they can stand one after the other.</summary>
/// <param name="Width">In pixels, even.</param>
/// <param name="Height">In pixels, even.</param>
/// <param name="FrameRate">One of <see cref="FrameRates"/>.</param>
/// <param name="HasSound">Whether the clips are to be heard in it; those without sound are silent then.</param>
/// <param name="Fades">Whether each clip fades to black and the next one comes out of it; otherwise they are cut together.</param>
public sealed record FilmForm(int Width, int Height, double FrameRate, bool HasSound, bool Fades)
{
    // Over and under: the exact ratios, of which the ones with 1001 are no whole numbers.
    private static readonly (int Over, int Under)[] Rates = [(24000, 1001), (24, 1), (25, 1), (30000, 1001), (30, 1), (50, 1), (60000, 1001), (60, 1)];

    /// <summary>The frame rates that a film may have.</summary>
    public static IReadOnlyList<double> FrameRates { get; } = [.. Rates.Select(rate => (double)rate.Over / rate.Under)];

    /// <summary>The frame rate as FFmpeg reads it, exactly.</summary>
    internal string Rate => string.Create(CultureInfo.InvariantCulture, $"{Exact.Over}/{Exact.Under}");

    private (int Over, int Under) Exact => Rates.MinBy(rate => Math.Abs((double)rate.Over / rate.Under - FrameRate));

    /// <summary>The frame rate that is nearest to one that was measured.</summary>
    public static double NearestFrameRate(double measured) => FrameRates.MinBy(rate => Math.Abs(rate - measured));

    /// <summary>How many frames a clip of this length has in the film; at least one.</summary>
    internal int Frames(double seconds) => Math.Max(1, (int)Math.Round(seconds * Exact.Over / Exact.Under));

    /// <summary>How long so many frames are to be seen.</summary>
    internal double Seconds(int frames) => (double)frames * Exact.Under / Exact.Over;
}

/// <summary>A part of a video.</summary>
/// <param name="From">Seconds from its beginning.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="HasSound">Whether it has a sound track that is to be heard.</param>
/// <param name="FadesIn">Whether it comes out of black, where the film fades.</param>
/// <param name="FadesOut">Whether it goes to black.</param>
public sealed record FilmClip(string Path, double From, double Seconds, bool HasSound, bool FadesIn, bool FadesOut);

/// <summary>A clip in the form of its film.</summary>
/// <param name="Path">Its name has letters, digits and dots only; all parts of a film lie in one folder.</param>
public sealed record FilmPart(string Path, double Seconds);

/// <summary>Music under a film.</summary>
/// <param name="Volume">1 for as loud as it is.</param>
public sealed record FilmMusic(string Path, double Volume);
