namespace Kinora.Client;

/// <summary>Body of <c>POST /api/account/keys</c>.</summary>
/// <param name="Name">What the key is for: 1 to 100 characters on one line.</param>
public sealed record KeyRequest(string Name);

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
}
