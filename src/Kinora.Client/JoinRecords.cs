using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/joins</c>: clips that are made into one film, which costs nothing.</summary>
public sealed record JoinRequest
{
    /// <summary>2 to 50, in their order; 30 minutes together at most. Faults name theirs: <c>clips[2].generation</c>.</summary>
    public required IReadOnlyList<JoinClip> Clips { get; init; }

    /// <summary>The id of an uploaded sound file (<c>asset_…</c>), which is looped or cut to the length of the film and fades out at its end; none when left out.</summary>
    public string? Music { get; init; }

    /// <summary>Percent of how loud the music is, 0 to 100; 50 when left out.</summary>
    public int? MusicVolume { get; init; }

    /// <summary>Whether the clips are heard; they are when left out.</summary>
    public bool? KeepSound { get; init; }

    /// <summary><c>cut</c>, or <c>fade</c>: each clip goes to black and the next one comes out of it, half a second each. <c>cut</c> when left out.</summary>
    [AllowedValues("cut", "fade")]
    public string? Transition { get; init; }

    /// <summary><c>16:9</c>, <c>9:16</c>, <c>1:1</c>, <c>4:3</c>, <c>3:4</c>, <c>3:2</c>, <c>2:3</c> or <c>21:9</c>; that of the first clip when left out. Clips of another shape stand on black.</summary>
    [AllowedValues("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9")]
    public string? AspectRatio { get; init; }

    /// <summary><c>480p</c>, <c>720p</c>, <c>1080p</c>, <c>1440p</c> or <c>2160p</c>; that of the first clip when left out.</summary>
    [AllowedValues("480p", "720p", "1080p", "1440p", "2160p")]
    public string? Resolution { get; init; }

    /// <summary>1 to 100 characters on one line, by which the file is called too.</summary>
    public string? Name { get; init; }
}

/// <summary>A video of a generation, or a part of it.</summary>
/// <param name="Generation">The id of a succeeded generation of the account.</param>
/// <param name="Output">Which of its videos; the first (0) when left out.</param>
/// <param name="From">Where the part begins, in seconds; the beginning when left out.</param>
/// <param name="To">Where it ends, in seconds; the end when left out.</param>
public sealed record JoinClip(string Generation, int? Output = null, double? From = null, double? To = null);

/// <summary>A film that is made of clips.</summary>
public sealed record JoinResponse
{
    /// <summary><c>join_</c> and a UUIDv7 without hyphens.</summary>
    public required string Id { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c> or <c>failed</c>.</summary>
    [AllowedValues("queued", "running", "succeeded", "failed")]
    public required string Status { get; init; }

    /// <summary>Percent.</summary>
    public required int Progress { get; init; }
    public string? Name { get; init; }

    /// <summary>Each with the part that is taken of it.</summary>
    public required IReadOnlyList<JoinClip> Clips { get; init; }
    public string? Music { get; init; }

    /// <summary>Percent; null without music.</summary>
    public int? MusicVolume { get; init; }
    public required bool KeepSound { get; init; }

    [AllowedValues("cut", "fade")]
    public required string Transition { get; init; }

    /// <summary>Of the film, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Of the film, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>How long the film is planned to be.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Failure { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The stored film and its pictures; null until it succeeded.</summary>
    public GenerationOutputResponse? Output { get; init; }
}

/// <summary>A page of joins, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record JoinPage(IReadOnlyList<JoinResponse> Items, string? Next);
