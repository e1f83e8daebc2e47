using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>A page of groups, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record GroupPage(IReadOnlyList<GroupSummaryResponse> Items, string? Next);

/// <summary>A group in a list.</summary>
/// <param name="Id"><c>grp_</c> and a UUIDv7 without hyphens.</param>
/// <param name="Version">Counts the changes.</param>
/// <param name="Count">Of its items.</param>
public sealed record GroupSummaryResponse(
    string Id, [property: AllowedValues("compare", "batch", "storyboard")] string Kind, string Name, DateTimeOffset CreatedAt, int Version, int Count,
    GroupProgress Progress);

/// <summary>Requests for one purpose and what was made of them.</summary>
public sealed record GroupResponse
{
    /// <summary><c>grp_</c> and a UUIDv7 without hyphens.</summary>
    public required string Id { get; init; }

    [AllowedValues("compare", "batch", "storyboard")]
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes; give it back with the next one.</summary>
    public required int Version { get; init; }
    public required GroupProgress Progress { get; init; }
    public required GroupCredits Credits { get; init; }
    public required IReadOnlyList<GroupItemResponse> Items { get; init; }
}

/// <summary>How many items stand how: an item with a finished take has succeeded, any other stands as its newest take does.</summary>
/// <param name="Draft">Without a take.</param>
public sealed record GroupProgress(int Draft, int Queued, int Submitting, int Running, int Collecting, int Succeeded, int Failed, int Canceled);

/// <summary>The money of a group, in credits.</summary>
/// <param name="Estimated">What the items without a take that is finished or on its way would hold, as far as their requests have no faults.</param>
/// <param name="Held">What is set aside for its takes now.</param>
/// <param name="Captured">What was charged for its takes.</param>
public sealed record GroupCredits(long Estimated, long Held, long Captured);

/// <summary>One request of a group.</summary>
public sealed record GroupItemResponse
{
    /// <summary>Unique in the group, and the same for as long as it lives.</summary>
    public required string Id { get; init; }

    /// <summary>As it was given.</summary>
    public required GenerateVideoRequest Request { get; init; }

    /// <summary>Whether the shot begins with the last frame of the take that counts for the shot before.</summary>
    public required bool Continues { get; init; }

    /// <summary>The take that its owner chose; null to let the newest finished one count.</summary>
    public string? Chosen { get; init; }

    /// <summary>The take that counts for it; null while none is finished.</summary>
    public string? Take { get; init; }

    /// <summary><c>succeeded</c> where a take counts for it, else the status of its newest take, or <c>draft</c>.</summary>
    [AllowedValues("draft", "queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled")]
    public required string Status { get; init; }

    /// <summary>What it would hold, in credits; null where it has a take that is finished or on its way, or its request has faults.</summary>
    public long? Estimate { get; init; }

    /// <summary>The newest 10, newest first, and whichever counts. <c>GET /api/generations?group=…</c> lists all.</summary>
    public required IReadOnlyList<GenerationResponse> Takes { get; init; }
}

/// <summary>Accepted takes of a group.</summary>
/// <param name="Items">The generations, in the order of the items.</param>
/// <param name="Credits">What is held for all of them.</param>
/// <param name="Waiting">Ids of items that were left out because they continue a shot that has no finished take yet; none in a replay.</param>
public sealed record GenerateGroupResponse(IReadOnlyList<GenerationResponse> Items, long Credits, IReadOnlyList<string> Waiting);

/// <summary>What a generation was made for.</summary>
/// <param name="Id">Of the group.</param>
/// <param name="Item">The id of the item in it.</param>
public sealed record GenerationGroupResponse(string Id, string Item);
