namespace Kinora.Core.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Hash">SHA-256 of its secret, in lower-case hex.</param>
/// <param name="Method">How it began; null for one from before that was written down.</param>
/// <param name="Agent">What the browser calls itself; null where it did not say.</param>
public sealed record Session(string Hash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, SignInMethod? Method, string? Agent)
{
    private const string Start = "ses_";
    private const int HashDigits = 16;

    /// <summary>Names it without telling anything of it.</summary>
    public string Id => Start + Hash[..HashDigits];

    /// <summary>The beginning of the hash that an id stands for; null when it can be no id.</summary>
    internal static string? HashStart(string id) =>
        id.Length == Start.Length + HashDigits && id.StartsWith(Start, StringComparison.Ordinal) && id[Start.Length..].All(char.IsAsciiHexDigitLower)
            ? id[Start.Length..]
            : null;
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
