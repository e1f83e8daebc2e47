namespace Kinora.Core.Providers.Kie;

/// <summary>Tells a moderation's no from other failures by the sentences that KIE passes on (kie-api 2.2, 3.1, 4.4).</summary>
internal static class KieModeration
{
    private static readonly string[] Phrases =
        ["moderat", "rejected by flow", "unfit content", "nsfw", "sensitive", "content policy", "safety", "prohibited", "real person"];

    public static bool Declined(string? message) =>
        message is not null && Array.Exists(Phrases, phrase => message.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
