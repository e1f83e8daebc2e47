namespace Kinora.Core.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Hash">SHA-256 of its secret, in lower-case hex.</param>
/// <param name="Method">How it began; null for one from before that was written down.</param>
/// <param name="Agent">What the browser calls itself; null where it did not say.</param>
public sealed record Session(string Hash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, SignInMethod? Method, string? Agent)
{
    /// <summary>Names it without telling anything of it.</summary>
    public string Id => CredentialId.OfSession.From(Hash);
}

/// <summary>How a session began.</summary>
public enum SignInMethod
{
    /// <summary>A one-time link.</summary>
    Link,

    /// <summary>An API key.</summary>
    Key,

    /// <summary>A name and a password.</summary>
    Password,

    /// <summary>The operator's sign-in provider.</summary>
    Provider,
}
