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

/// <summary>The name of a collection: 1 to 100 characters.</summary>
public sealed record CollectionRequest(string Name);

/// <summary>The account's collections, oldest first.</summary>
public sealed record CollectionPage(IReadOnlyList<CollectionResponse> Items);

/// <summary>A named set of generations.</summary>
/// <param name="Id"><c>col_</c> and a UUIDv7 without hyphens.</param>
/// <param name="Count">Of the generations in it that are not deleted.</param>
public sealed record CollectionResponse(string Id, string Name, DateTimeOffset CreatedAt, int Count);

/// <summary>What everybody may see who has the link of a share.</summary>
/// <param name="Model">The product's name.</param>
/// <param name="Prompt">Null where it was made without words.</param>
public sealed record SharedResponse(string Model, string Mode, string? Prompt, DateTimeOffset CreatedAt, IReadOnlyList<GenerationOutputResponse> Outputs);
