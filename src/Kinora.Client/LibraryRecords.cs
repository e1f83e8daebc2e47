namespace Kinora.Client;

/// <summary>What to change of a generation; what is null stays.</summary>
public sealed record MarkRequest
{
    public bool? Favorite { get; init; }

    /// <summary>In place of those that it has: at most 20, each of 1 to 40 characters, none twice.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>The account's tags, the commonest first.</summary>
public sealed record TagPage(IReadOnlyList<TagCount> Items);

/// <summary>A tag and how many generations have it.</summary>
public sealed record TagCount(string Tag, int Count);

/// <summary>What a collection is.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Note">What it is for: at most 500 characters, empty for nothing. Left out, it stays as it is.</param>
public sealed record CollectionRequest(string Name, string? Note = null);

/// <summary>The account's collections, oldest first.</summary>
public sealed record CollectionPage(IReadOnlyList<CollectionResponse> Items);

/// <summary>A named set of generations.</summary>
/// <param name="Id"><c>col_</c> and a UUIDv7 without hyphens.</param>
/// <param name="Count">Of the generations in it that are not deleted.</param>
/// <param name="Note">What it is for; null where nobody said.</param>
public sealed record CollectionResponse(string Id, string Name, DateTimeOffset CreatedAt, int Count, string? Note = null);

/// <summary>How to share a generation; what is left out is as in a new link.</summary>
public sealed record ShareRequest
{
    /// <summary>Whether the prompt and the model are told; true when left out.</summary>
    public bool? ShowPrompt { get; init; }

    /// <summary>Whether people are offered to keep the videos; true when left out.</summary>
    public bool? AllowDownload { get; init; }

    /// <summary>From when on the link leads to nothing, in the future; never when left out.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>The link of a generation.</summary>
/// <param name="ShowPrompt">Whether the prompt and the model are told.</param>
/// <param name="AllowDownload">Whether people are offered to keep the videos.</param>
/// <param name="EndsAt">From when on it leads to nothing; null where only its owner ends it.</param>
public sealed record GenerationShareResponse(bool ShowPrompt, bool AllowDownload, DateTimeOffset? EndsAt);

/// <summary>What everybody may see who has the link of a share.</summary>
/// <param name="Model">The product's name; null where it is not told.</param>
/// <param name="Prompt">Null where it was made without words, or they are not told.</param>
/// <param name="AllowDownload">Whether the videos are offered to be kept.</param>
public sealed record SharedResponse(
    string? Model, string Mode, string? Prompt, bool AllowDownload, DateTimeOffset CreatedAt, IReadOnlyList<GenerationOutputResponse> Outputs);
