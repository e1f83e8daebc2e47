namespace Kinora.Core.Providers.Replicate;

/// <summary>How one account at Replicate is reached.</summary>
public sealed record ReplicateConnection
{
    /// <summary>The operator's name for the account.</summary>
    public string Account { get; init; } = "replicate";

    public Uri BaseUrl { get; init; } = new("https://api.replicate.com");
    public required string ApiKey { get; init; }

    /// <summary>How many predictions it may create in a minute. The default is 600, as Replicate documents.</summary>
    public int SubmissionsPerMinute { get; init; } = 600;

    /// <summary>How many other calls it may make in a minute. The default is 3,000, as Replicate documents.</summary>
    public int ReadsPerMinute { get; init; } = 3000;

    /// <summary>The account's name: the key belongs into no text.</summary>
    public override string ToString() => Account;
}
