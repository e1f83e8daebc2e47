using System.Text.Json.Serialization;

namespace Kinora.Core.Accounts;

/// <summary>Who owns generations, assets and credits.</summary>
/// <param name="Balance">Credits owned.</param>
/// <param name="Held">Credits set aside for generations that run.</param>
public sealed record Account(string Id, string Name, AccountRole Role, long Balance, long Held)
{
    /// <summary>Credits free to spend.</summary>
    public long Available => Balance - Held;

    /// <summary>What an administrator set for this account.</summary>
    public AccountLimits Limits { get; init; } = AccountLimits.None;

    /// <summary>Since when nobody may use it; null when it may be used.</summary>
    public DateTimeOffset? DeactivatedAt { get; init; }

    /// <summary>How many of its generations are at providers.</summary>
    public long AtProviders { get; init; }

    /// <summary>The newest day on which one was accepted, and how many were.</summary>
    public (long Day, long Count) Accepted { get; init; }
}

/// <summary>What an account may do beyond its own things.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountRole>))]
public enum AccountRole
{
    /// <summary>Its own things only.</summary>
    [JsonStringEnumMemberName("user")] User,

    /// <summary>The admin endpoints too.</summary>
    [JsonStringEnumMemberName("admin")] Admin,
}
