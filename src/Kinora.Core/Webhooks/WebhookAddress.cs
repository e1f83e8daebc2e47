using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;

namespace Kinora.Core.Webhooks;

/// <summary>Which addresses webhooks may go to: those of the guarded client, as far as they can be told without the network.</summary>
public sealed class WebhookAddress(GuardedHttp http)
{
    private const int Longest = 2048, MostTold = 200;

    /// <summary>Why it cannot be the <c>webhookUrl</c> of a request; null when it can, or there is none.</summary>
    public InputFault? Fault(string? text) =>
        text is not null && Refusal(text) is { } reason
            ? new("webhookUrl", "webhookUrl cannot be called. " + reason, JsonValue.Create(text[..Math.Min(text.Length, MostTold)]))
            : null;

    /// <summary>Why it cannot be called; null when it can.</summary>
    public string? Refusal(string text)
    {
        if (text.Length > Longest) return $"The address must have at most {Longest} characters.";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) return "The address must be absolute, such as https://example.com/hooks.";
        try
        {
            http.Check(address);
            return null;
        }
        catch (FetchException refused)
        {
            return refused.Message;
        }
    }
}
