namespace Kinora.Core.Providers;

/// <summary>What came of a look at an account.</summary>
/// <param name="Reason">The provider's words, or what went wrong; null where it can be used.</param>
public sealed record AccountReading(ProviderAccountState State, string? Reason = null)
{
    /// <summary>In the provider's own credits, where it tells them.</summary>
    public decimal? Balance { get; init; }
}

/// <summary>Whether an account can be used.</summary>
public enum ProviderAccountState
{
    /// <summary>Nobody has looked yet.</summary>
    Unknown,
    Good,

    /// <summary>Its keys are not taken.</summary>
    Unauthorized,

    /// <summary>It has fewer credits than a generation costs, or than the operator wants to keep.</summary>
    OutOfCredits,

    /// <summary>The provider could not be asked.</summary>
    Unreachable,
}
