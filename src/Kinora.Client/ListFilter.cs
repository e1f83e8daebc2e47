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

    /// <summary><c>newest</c>, which holds when null, <c>oldest</c>, or <c>own</c>: the order of the collection.</summary>
    public string? Sort { get; init; }
}
