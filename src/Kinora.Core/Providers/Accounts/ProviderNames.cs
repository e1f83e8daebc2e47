namespace Kinora.Core.Providers.Accounts;

/// <summary>The words by which routes of the catalog and accounts name providers.</summary>
public static class ProviderNames
{
    public const string Kie = "kie";
    public const string Replicate = "replicate";
    public const string OpenAiVideos = "openai-videos";

    /// <summary>All that this server can speak to.</summary>
    public static IReadOnlyList<string> All { get; } = [Kie, Replicate, OpenAiVideos];
}
