using Kinora.Core.Groups;

namespace Kinora.Core.Generations;

/// <summary>What its owner did with a generation. The engine does not look at it.</summary>
public sealed record GenerationMarks
{
    /// <summary>How long what was deleted can be had back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(30);

    public static GenerationMarks None { get; } = new();

    public bool Favorite { get; init; }

    /// <summary>In the order of their owner; none twice.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The link that was made last, which may have ended since; null where there is none, or its owner ended it.</summary>
    public GenerationShare? Share { get; init; }

    /// <summary>Since when it is out of all lists; null while it is not. After <see cref="UndoTime"/> its files go.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What it was made for, written with its acceptance; null where that was for no group, or the group is gone.</summary>
    public GroupLink? Group { get; init; }
}
