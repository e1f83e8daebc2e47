namespace Kinora.Client;

/// <summary>Which models to list; what is null leaves none out. Mode, resolution and ratio must be had together.</summary>
public sealed record ModelFilter
{
    /// <summary>Such as <c>image-to-video</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Who makes the model.</summary>
    public string? Vendor { get; init; }

    /// <summary>True: videos can have a sound track; false: they can be without one.</summary>
    public bool? Sound { get; init; }

    /// <summary>Such as <c>1080p</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>An aspect ratio such as <c>9:16</c>.</summary>
    public string? Ratio { get; init; }

    /// <summary>One of the shelves, such as <c>cinematic</c>.</summary>
    public string? Category { get; init; }

    /// <summary>The cheapest request costs at most this.</summary>
    public long? MaxCredits { get; init; }

    /// <summary>True: requests for it are taken now; false: they are refused, because it is down or paused.</summary>
    public bool? Works { get; init; }

    /// <summary>Words that all occur in its names, summary, modes or categories.</summary>
    public string? Words { get; init; }
}
