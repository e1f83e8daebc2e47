namespace Kinora.Core.Webhooks;

/// <summary>Where an account wants to hear of its generations.</summary>
/// <param name="Id"><c>we_…</c></param>
public sealed record WebhookEndpoint(string Id, string AccountId, Uri Url, IReadOnlyList<string> Events, string? Description, bool Enabled, DateTimeOffset CreatedAt)
{
    /// <summary>Why it was disabled without its owner's doing; null otherwise.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Since when nothing was taken; null when the last delivery was, or there was none.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public static string NewId(DateTimeOffset now) => "we_" + Guid.CreateVersion7(now).ToString("N");
}

/// <summary>What webhooks are signed with.</summary>
/// <param name="Current">Null when what it was protected by is gone.</param>
/// <param name="Previous">Signs beside it until <paramref name="PreviousUntil"/>; null after that.</param>
public sealed record WebhookSecret(string? Current, string? Previous = null, DateTimeOffset? PreviousUntil = null);
