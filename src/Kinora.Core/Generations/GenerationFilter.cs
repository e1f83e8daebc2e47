namespace Kinora.Core.Generations;

/// <summary>Which generations of an account are listed, and in which order. What is null does not matter.</summary>
public sealed record GenerationFilter
{
    public GenerationStatus? Status { get; init; }

    /// <summary>The product's id.</summary>
    public string? ModelId { get; init; }
    public string? Mode { get; init; }

    /// <summary>Stands in the prompt or in the model's name, in any case.</summary>
    public string? Text { get; init; }
    public bool? Favorite { get; init; }
    public string? Tag { get; init; }

    /// <summary>The id of a collection.</summary>
    public string? Collection { get; init; }

    /// <summary>The id of the group that it was made for.</summary>
    public string? Group { get; init; }

    /// <summary>Accepted at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Accepted before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what was deleted and can be had back; otherwise only what was not.</summary>
    public bool Deleted { get; init; }

    public GenerationOrder Order { get; init; }
}

/// <summary>What comes first in a list of generations.</summary>
public enum GenerationOrder
{
    Newest,
    Oldest,

    /// <summary>What stands first in the collection that is listed.</summary>
    Own,
}
