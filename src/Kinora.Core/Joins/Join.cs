using Kinora.Core.Generations;

namespace Kinora.Core.Joins;

/// <summary>Clips of an account that are made into one film.</summary>
public sealed record Join
{
    /// <summary><c>join_</c> and a UUIDv7 in 32 hex digits.</summary>
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required JoinPlan Plan { get; init; }
    public JoinStatus Status { get; init; }

    /// <summary>Percent.</summary>
    public int Progress { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; init; }

    /// <summary>The film; null until it is made.</summary>
    public GenerationOutput? Output { get; init; }

    /// <summary>Why there is none and will be none, for people; null otherwise.</summary>
    public string? Failure { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
}

/// <summary>How a join stands.</summary>
public enum JoinStatus
{
    /// <summary>It waits for a node that is free, or for its next try.</summary>
    Queued,

    /// <summary>A node makes it.</summary>
    Running,

    /// <summary>The film is stored.</summary>
    Succeeded,

    /// <summary>There will be no film.</summary>
    Failed,
}
