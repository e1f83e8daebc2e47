using Kinora.Core.Generations;

namespace Kinora.Core.Webhooks;

/// <summary>What webhooks tell of.</summary>
public static class WebhookEvents
{
    /// <summary>Of no generation: it only shows that a receiver is reached.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that an endpoint can ask for.</summary>
    public static IReadOnlyList<string> All { get; } = ["generation.queued", "generation.running", "generation.succeeded", "generation.failed", "generation.canceled"];

    /// <summary>The event of a change of state; null where there is none. What goes back into the line, because the provider said "later", is not queued anew.</summary>
    internal static string? Of(HistoryEntry change) => change.To switch
    {
        _ when change.From == change.To => null,
        GenerationStatus.Queued => change.From is null ? All[0] : null,
        GenerationStatus.Running => All[1],
        GenerationStatus.Succeeded => All[2],
        GenerationStatus.Failed => All[3],
        GenerationStatus.Canceled => All[4],
        _ => null,
    };
}
