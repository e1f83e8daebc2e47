namespace Kinora.Core.Accounts;

/// <summary>Something that proves who a caller is; only its hash is kept.</summary>
/// <param name="Hash">SHA-256 of the secret, in lower-case hex.</param>
/// <param name="ExpiresAt">Null when it does not lapse.</param>
public sealed record Credential(CredentialKind Kind, string Hash, string AccountId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Of the key that it is, or that began the session, which ends with its key and may do no more; null for none.</summary>
    public string? KeyHash { get; init; }

    /// <summary>What the key may do.</summary>
    public KeyScope Scope { get; init; } = KeyScope.Admin;

    /// <summary>From where the key may be used; none for anywhere.</summary>
    public IReadOnlyList<string> AllowedIps { get; init; } = [];

    /// <summary>When the key was used last, to the minute.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>How a session began; null for other credentials.</summary>
    public SignInMethod? Method { get; init; }

    /// <summary>What the browser of a session calls itself; null where it did not say, and when the credential was found.</summary>
    public string? Agent { get; init; }

    public string? KeyId => KeyHash is null ? null : CredentialId.OfKey.From(KeyHash);
}

/// <summary>The kinds of credentials.</summary>
public enum CredentialKind
{
    /// <summary>Sent as a bearer token.</summary>
    ApiKey,

    /// <summary>The studio's cookie.</summary>
    Session,

    /// <summary>Good for one sign-in.</summary>
    SignInLink,
}
