using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/groups</c>: requests for one purpose, kept as drafts until takes of them are asked for.</summary>
public sealed record GroupRequest
{
    /// <summary><c>compare</c>: 2 to 4 items with one prompt; <c>batch</c>: up to 100; <c>storyboard</c>: up to 100 shots in their order.</summary>
    [AllowedValues("compare", "batch", "storyboard")]
    public required string Kind { get; init; }

    /// <summary>1 to 200 characters on one line.</summary>
    public required string Name { get; init; }

    /// <summary>In their order. A comparison needs them at once.</summary>
    public IReadOnlyList<GroupItemRequest> Items { get; init => field = value ?? []; } = [];
}

/// <summary>Body of <c>PATCH /api/groups/{id}</c>; what is null stays.</summary>
public sealed record GroupChangeRequest
{
    /// <summary>The <c>version</c> of the group that was read. Where somebody has changed it since, the change is refused with 409.</summary>
    public required int Version { get; init; }

    /// <summary>1 to 200 characters on one line.</summary>
    public string? Name { get; init; }

    /// <summary>The items from now on, in their order: those that are left out are taken out of the group, and their takes stay in the library.</summary>
    public IReadOnlyList<GroupItemRequest>? Items { get; init; }
}

/// <summary>What an item is to be; what is null stays as it is.</summary>
public sealed record GroupItemRequest
{
    /// <summary>Of an item that the group has, or once had; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>Kept as given, and checked when a take is made of it. A new item needs one.</summary>
    public GenerateVideoRequest? Request { get; init; }

    /// <summary>In a storyboard: whether the shot begins with the last frame of the take that counts for the shot before. Its request then has no <c>firstFrame</c>.</summary>
    public bool? Continues { get; init; }

    /// <summary>The finished take of yours that counts for it (<c>gen_…</c>), made for it or not, or <c>newest</c>, as for a new item.</summary>
    public string? Chosen { get; init; }
}

/// <summary>Body of <c>POST /api/groups/{id}/generate</c>.</summary>
/// <param name="Items">The ids of 1 to 100 items; when left out, all that have no finished take and none on its way, and can be made now.</param>
/// <param name="MaxCredits">The most that all together may hold; the account's available credits when left out.</param>
public sealed record GenerateGroupRequest(IReadOnlyList<string>? Items = null, long? MaxCredits = null);
