namespace Kinora.Client;

/// <summary>Which generations to list. What is null does not matter.</summary>
public sealed record ListFilter
{
    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, …</summary>
    public string? Status { get; init; }

    /// <summary>A product's id, one of its aliases, or KIE's own id.</summary>
    public string? Model { get; init; }

    /// <summary>Such as <c>text-to-video</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Stands in the prompt or in the model's name, in any case; at most 200 characters.</summary>
    public string? Words { get; init; }
    public bool? Favorite { get; init; }
    public string? Tag { get; init; }

    /// <summary>The id of a collection.</summary>
    public string? Collection { get; init; }

    /// <summary>The id of the group that it was made for.</summary>
    public string? Group { get; init; }

    /// <summary>Accepted at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Accepted before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>True for the bin: only what was deleted and can be had back.</summary>
    public bool Deleted { get; init; }

    /// <summary>In the order in which they were accepted; otherwise the newest one is first.</summary>
    public bool OldestFirst { get; init; }
}
