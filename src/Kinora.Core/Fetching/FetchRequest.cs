using System.Net.Http.Headers;

namespace Kinora.Core.Fetching;

/// <summary>What to bring from outside, and how much of it at most.</summary>
/// <param name="MaxBytes">More than this is refused, by the announced length or while reading.</param>
/// <param name="Timeout">For the whole transfer.</param>
public sealed record FetchRequest(Uri Address, long MaxBytes, TimeSpan Timeout)
{
    /// <summary>An origin (scheme, host, port) that the operator named, to which the address rules do not apply: the provider's own.</summary>
    public Uri? TrustedOrigin { get; init; }

    /// <summary>Sent to <see cref="TrustedOrigin"/> alone, and left out where that redirects elsewhere. Null for none, which is the default.</summary>
    public AuthenticationHeaderValue? Credentials { get; init; }

    /// <summary>The host: an address may be a signed one, and credentials belong into no text.</summary>
    public override string ToString() => Address.IsAbsoluteUri ? FetchRules.Host(Address) : "";
}

/// <summary>Why something could not be brought.</summary>
public enum FetchFailure
{
    /// <summary>The address breaks the rules: its scheme, its host, or an address that it resolves or redirects to.</summary>
    Forbidden,

    /// <summary>The host could not be reached or broke off.</summary>
    Unreachable,

    /// <summary>The answer has another status than 200.</summary>
    BadStatus,

    /// <summary>It is larger than allowed.</summary>
    TooLarge,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,
}

/// <summary>Raised by <see cref="GuardedHttp"/>; the message is fit for the user.</summary>
public sealed class FetchException(FetchFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public FetchFailure Failure { get; } = failure;

    /// <summary>The HTTP status for <see cref="FetchFailure.BadStatus"/>.</summary>
    public int? Status { get; init; }
}
