namespace Kinora.Core.Joins;

/// <summary>What is made into one film, and in which form. It does not change any more.</summary>
public sealed record JoinPlan
{
    public required IReadOnlyList<JoinClip> Clips { get; init; }
    public JoinMusic? Music { get; init; }

    /// <summary>Whether the clips are heard.</summary>
    public required bool KeepSound { get; init; }

    /// <summary>Whether each clip fades to black and the next one comes out of it.</summary>
    public required bool Fades { get; init; }

    /// <summary>In pixels, as that below; even.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double FrameRate { get; init; }
    public string? Name { get; init; }

    /// <summary>How long the film is planned to be.</summary>
    public double Seconds() => Clips.Sum(clip => clip.Seconds);
}

/// <summary>A part of a stored video.</summary>
/// <param name="Output">Which of the generation's videos.</param>
/// <param name="Key">In the asset store.</param>
/// <param name="From">Seconds from its beginning.</param>
/// <param name="Seconds">How long it is.</param>
public sealed record JoinClip(string GenerationId, int Output, string Key, double From, double Seconds, bool HasSound);

/// <summary>A stored sound under the film.</summary>
/// <param name="Key">In the asset store.</param>
/// <param name="Volume">Percent.</param>
public sealed record JoinMusic(string AssetId, string Key, int Volume);
