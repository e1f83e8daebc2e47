using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Webhooks;

namespace Kinora.Server.Endpoints;

/// <summary>Reads the fields of endpoints.</summary>
internal static class WebhookFaults
{
    private const int LongestDescription = 200, MostTold = 200;

    /// <summary>What is wrong with them; what is null is not looked at.</summary>
    public static IEnumerable<FieldProblem> Of(string? url, IReadOnlyList<string>? events, string? description, WebhookAddress addresses)
    {
        if (url is not null && addresses.Refusal(url) is { } reason)
            yield return new("url", "url cannot be called. " + reason, Told(url), null);
        if (events is not null && (events.Count == 0 || events.Any(one => !WebhookEvents.All.Contains(one))))
            yield return new("events", $"events must be one or more of {string.Join(", ", WebhookEvents.All)}.", Told(string.Join(", ", events)), WebhookEvents.All);
        if (description is not null && (description.Length > LongestDescription || description.Any(char.IsControl)))
            yield return new("description", "description must have at most 200 characters on one line.", description.Length, null);
    }

    private static JsonValue Told(string text) => JsonValue.Create(text[..Math.Min(text.Length, MostTold)]);

    /// <summary>Each once and in our order; all when null.</summary>
    public static IReadOnlyList<string> InOrder(IReadOnlyList<string>? events) => events is null ? WebhookEvents.All : [.. WebhookEvents.All.Intersect(events)];

    /// <summary>Null for none.</summary>
    public static string? Text(string? description) => string.IsNullOrWhiteSpace(description) ? null : description.Trim();
}
