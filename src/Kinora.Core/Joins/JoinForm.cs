namespace Kinora.Core.Joins;

/// <summary>What somebody asked to be made into one film.</summary>
public sealed record JoinForm
{
    public required IReadOnlyList<JoinFormClip> Clips { get; init; }

    /// <summary>The id of a sound that the account uploaded; null for no music.</summary>
    public string? Music { get; init; }

    /// <summary>Percent of how loud it is; null for 50.</summary>
    public int? MusicVolume { get; init; }

    /// <summary>Whether the clips are heard; null for yes.</summary>
    public bool? KeepSound { get; init; }

    /// <summary>One of <see cref="JoinRules.Transitions"/>; null for the first.</summary>
    public string? Transition { get; init; }

    /// <summary>One of <see cref="JoinRules.AspectRatios"/>; null for that of the first clip.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>One of <see cref="JoinRules.Resolutions"/>; null for that of the first clip.</summary>
    public string? Resolution { get; init; }
    public string? Name { get; init; }
}

/// <summary>One clip of a form.</summary>
/// <param name="Generation">Its id.</param>
/// <param name="Output">Which of its videos; null for the first.</param>
/// <param name="From">Seconds; null for its beginning.</param>
/// <param name="To">Seconds; null for its end.</param>
public sealed record JoinFormClip(string Generation, int? Output, double? From, double? To);
