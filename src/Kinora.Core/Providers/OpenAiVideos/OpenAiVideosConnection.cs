namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>How a server is reached that speaks OpenAI's videos API: a renderer of one's own, a relay, another Kinora.</summary>
public sealed record OpenAiVideosConnection
{
    /// <summary>The operator's name for the account.</summary>
    public string Account { get; init; } = "videos";

    /// <summary>What stands before <c>/v1/videos</c>; a <c>/v1</c> at its end may be given or left out.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Null for a server without keys. The default is null.</summary>
    public string? ApiKey { get; init; }

    /// <summary>How many videos it may create in a minute. The default is 60.</summary>
    public int SubmissionsPerMinute { get; init; } = 60;

    /// <summary>How many other calls it may make in a minute. The default is 600.</summary>
    public int ReadsPerMinute { get; init; } = 600;

    /// <summary>The account's name: the key belongs into no text.</summary>
    public override string ToString() => Account;
}
