using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>Requests that are made for one purpose. They are drafts: takes are made of them when somebody asks for that.</summary>
public sealed record GenerationGroup
{
    /// <summary>Items that one group may have.</summary>
    public const int MostItems = 100;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 200;

    /// <summary><c>grp_</c> and a UUIDv7 in 32 hex digits.</summary>
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required GroupKind Kind { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes; 1 when new.</summary>
    public int Version { get; init; } = 1;

    /// <summary>How many ids were given to items so far: none is given twice, so that a take's item is always the same.</summary>
    public int LastItem { get; init; }

    /// <summary>In the order of their owner.</summary>
    public IReadOnlyList<GroupItem> Items { get; init; } = [];
}

/// <summary>One request of a group.</summary>
/// <param name="Id"><c>i</c> and a number: unique in the group, and the same for as long as it lives.</param>
/// <param name="Request">As it was given; it is checked when a take is to be made of it.</param>
/// <param name="Continues">Whether it begins with the last frame of the take that counts for the item before.</param>
/// <param name="Chosen">The take that counts for it; null for its newest finished one.</param>
public sealed record GroupItem(string Id, GenerationInput Request, bool Continues, string? Chosen);

/// <summary>What a group is for.</summary>
public enum GroupKind
{
    /// <summary>One prompt on two to four models.</summary>
    Compare,

    /// <summary>Many requests that have nothing else in common.</summary>
    Batch,

    /// <summary>The shots of a film, in their order.</summary>
    Storyboard,
}

/// <summary>The item of a group that a generation was made for.</summary>
public sealed record GroupLink(string GroupId, string ItemId);
