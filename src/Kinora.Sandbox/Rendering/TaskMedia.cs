namespace Kinora.Sandbox.Rendering;

/// <summary>The media that a task names, on the local disk.</summary>
internal sealed record TaskMedia
{
    /// <summary>The first frame or the last frame of what is continued; the references; the last frame.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>The video that is changed, spoken over or enlarged: a given one, or that of an earlier task.</summary>
    public Footage? SourceVideo { get; init; }

    /// <summary>The video that is continued; the pictures begin with its last frame.</summary>
    public Footage? Continued { get; init; }
    public Footage? MotionVideo { get; init; }
    public Recording? Audio { get; init; }
    public IReadOnlyList<Footage> ReferenceVideos { get; init; } = [];
    public IReadOnlyList<Recording> ReferenceAudio { get; init; } = [];
}
