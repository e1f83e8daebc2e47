using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/account/keys</c>: what the key is for, and what it is held to.</summary>
/// <param name="Name">What the key is for: 1 to 100 characters on one line.</param>
public sealed record KeyRequest(string Name)
{
    /// <summary><c>read</c>, <c>generate</c> or, for an administrator's key, <c>admin</c>; each includes those before it. <c>generate</c> when left out.</summary>
    [AllowedValues("read", "generate", "admin")]
    public string? Scope { get; init; }

    /// <summary>When it ends by itself, in the future; never when left out.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>At most 50 addresses or networks such as <c>203.0.113.7</c> and <c>2001:db8::/32</c>, from which alone it may be used; anywhere when left out.</summary>
    public IReadOnlyList<string>? AllowedIps { get; init; }

    /// <summary>Credits that it may spend in one day, UTC, by the time of acceptance; 0 to 1,000,000,000, any number when left out. What is released counts back.</summary>
    public long? DailyCredits { get; init; }

    /// <summary>Credits that it may spend in all; 0 to 1,000,000,000, any number when left out.</summary>
    public long? TotalCredits { get; init; }
}

/// <summary>Body of <c>PATCH /api/account/keys/{id}</c>. What is left out stays as it is.</summary>
public sealed record KeyChangeRequest
{
    /// <summary>1 to 100 characters on one line.</summary>
    public string? Name { get; init; }

    /// <summary><c>read</c>, <c>generate</c> or, for an administrator's key, <c>admin</c>.</summary>
    [AllowedValues("read", "generate", "admin")]
    public string? Scope { get; init; }

    /// <summary>When it ends by itself, in the future.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>At most 50 addresses or networks, in place of those before.</summary>
    public IReadOnlyList<string>? AllowedIps { get; init; }

    /// <summary>Credits in one day, 0 to 1,000,000,000. What was spent today counts.</summary>
    public long? DailyCredits { get; init; }

    /// <summary>Credits in all, 0 to 1,000,000,000. What was spent before counts.</summary>
    public long? TotalCredits { get; init; }

    /// <summary>Names of limits to lift: <c>expiresAt</c>, <c>allowedIps</c>, <c>dailyCredits</c>, <c>totalCredits</c>.</summary>
    public IReadOnlyList<string>? Clear { get; init; }
}

/// <summary>The keys of the account, oldest first.</summary>
public sealed record KeyPage(IReadOnlyList<KeyResponse> Items);

/// <summary>A key of the account. What it is, is told once.</summary>
/// <param name="Id"><c>key_…</c></param>
/// <param name="Removable">False for the key of the operator's settings, which ends there.</param>
public sealed record KeyResponse(string Id, string Name, DateTimeOffset CreatedAt, bool Removable)
{
    /// <summary>How the key begins; left out for one that was not made here.</summary>
    public string? Prefix { get; init; }

    /// <summary>The key itself, to be sent as <c>Authorization: Bearer …</c>: in the answer that made it, and never again.</summary>
    public string? Key { get; init; }

    /// <summary>What it may do: <c>read</c>, <c>generate</c> or <c>admin</c>.</summary>
    [AllowedValues("read", "generate", "admin")]
    public required string Scope { get; init; }

    /// <summary>When it ends by itself; left out for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>From where alone it may be used; left out for anywhere.</summary>
    public IReadOnlyList<string>? AllowedIps { get; init; }

    /// <summary>Credits that it may spend in one day, UTC; left out for any number.</summary>
    public long? DailyCredits { get; init; }

    /// <summary>Credits that it may spend in all; left out for any number.</summary>
    public long? TotalCredits { get; init; }

    /// <summary>When it was used last, to the minute; left out for never.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Credits held and captured for what was accepted today, UTC.</summary>
    public long SpentToday { get; init; }

    /// <summary>Credits held and captured in all.</summary>
    public long Spent { get; init; }
}
