namespace Kinora.Core.Accounts;

/// <summary>Something that proves who a caller is; only its hash is kept.</summary>
/// <param name="Hash">SHA-256 of the secret, in lower-case hex.</param>
/// <param name="ExpiresAt">Null when it does not lapse.</param>
public sealed record Credential(CredentialKind Kind, string Hash, string AccountId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);

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
