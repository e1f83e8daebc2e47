namespace Kinora.Core.Media;

/// <summary>Where the pictures made of a video lie; null: that one could not be made.</summary>
public sealed record VideoPictures
{
    /// <summary>WebP: the most typical frame just after the first third, where openings from black are over.</summary>
    public string? Poster { get; init; }

    /// <summary>WebP.</summary>
    public string? FirstFrame { get; init; }

    /// <summary>WebP.</summary>
    public string? LastFrame { get; init; }

    /// <summary>MP4 without sound, at most 3 seconds of 480 pixels on the long side and about 300 kB.</summary>
    public string? Preview { get; init; }

    /// <summary>WebP, divided as <see cref="Strip"/> says.</summary>
    public string? Filmstrip { get; init; }
    public Filmstrip? Strip { get; init; }
}
