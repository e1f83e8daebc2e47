using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/webhooks/endpoints</c>.</summary>
public sealed record WebhookEndpointRequest
{
    /// <summary>Where events are posted: https, and on the public internet unless the operator allows the host; at most 2,048 characters.</summary>
    public required string Url { get; init; }

    /// <summary>What it hears: <c>generation.queued</c>, <c>generation.running</c>, <c>generation.succeeded</c>, <c>generation.failed</c>, <c>generation.canceled</c>; all when left out.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>For people: at most 200 characters on one line.</summary>
    public string? Description { get; init; }

    /// <summary>True when left out.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>Body of <c>PATCH /api/webhooks/endpoints/{id}</c>; what is null stays.</summary>
public sealed record WebhookEndpointChangeRequest
{
    /// <summary>What waits goes there too.</summary>
    public string? Url { get; init; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>An empty text takes it away.</summary>
    public string? Description { get; init; }

    /// <summary>One that is disabled hears nothing, and what waits for it is given up; replay it when the endpoint is enabled again.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>The endpoints of the account, oldest first.</summary>
public sealed record WebhookEndpointPage(IReadOnlyList<WebhookEndpointResponse> Items);

/// <summary>Where the account hears of its generations.</summary>
/// <param name="Id"><c>we_…</c></param>
/// <param name="Events">What it hears.</param>
public sealed record WebhookEndpointResponse(string Id, Uri Url, IReadOnlyList<string> Events, bool Enabled, DateTimeOffset CreatedAt)
{
    public string? Description { get; init; }

    /// <summary>Why it was disabled without your doing: it answered 410, or took nothing for 5 days. Null otherwise.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Since when it has taken nothing; null while it takes what it is sent.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What became of what it was to hear in the last 7 days; null where that is nothing yet, and in answers to changes.</summary>
    public WebhookWeek? Week { get; init; }

    /// <summary>What its webhooks are signed with, <c>whsec_…</c>: in the answer that made it, and never again.</summary>
    public string? Secret { get; init; }
}

/// <summary>Webhooks of the last 7 days that were taken or given up.</summary>
/// <param name="Ended">How many there are.</param>
/// <param name="Taken">Those that were taken.</param>
/// <param name="AtOnce">Those that were taken at the first try.</param>
public sealed record WebhookWeek(int Ended, int Taken, int AtOnce);

/// <summary>What webhooks are signed with.</summary>
/// <param name="Secret"><c>whsec_</c> and base64 of 32 bytes.</param>
/// <param name="PreviousUntil">Until when the one before signs beside it; null where there is none.</param>
public sealed record WebhookSecretResponse(string Secret, DateTimeOffset? PreviousUntil = null);

/// <summary>Body of <c>POST /api/webhooks/endpoints/{id}/replay</c>: what came about from one time to before another, taken or not.</summary>
public sealed record WebhookReplayRequest(DateTimeOffset From, DateTimeOffset Until);

/// <summary>What is sent once more.</summary>
/// <param name="Count">At most 1,000, the oldest.</param>
/// <param name="Next">The <c>from</c> of the next call; null when all are sent.</param>
public sealed record WebhookReplayResponse(int Count, DateTimeOffset? Next);

/// <summary>A page of the account's webhooks, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record WebhookDeliveryPage(IReadOnlyList<WebhookDeliveryResponse> Items, string? Next);

/// <summary>An event on its way to one address.</summary>
public sealed record WebhookDeliveryResponse
{
    /// <summary><c>evt_…</c>: the <c>webhook-id</c> that the receiver sees, however often it is sent.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>generation.succeeded</c>; <c>webhook.test</c> for a test.</summary>
    public required string Type { get; init; }

    /// <summary>Null where the request itself named the address.</summary>
    public string? EndpointId { get; init; }
    public required Uri Url { get; init; }

    /// <summary>Null for a test.</summary>
    public string? GenerationId { get; init; }

    /// <summary><c>waiting</c>: it will be tried; <c>taken</c>: answered with 2xx; <c>failed</c>: given up.</summary>
    [AllowedValues("waiting", "taken", "failed")]
    public required string State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>So far, since it was begun or replayed; ten at most.</summary>
    public required int Tries { get; init; }

    /// <summary>What came of the last try, for people; null before the first.</summary>
    public string? Answer { get; init; }

    /// <summary>The last tries, oldest first, at most 10. Empty in lists.</summary>
    public IReadOnlyList<WebhookTry> Log { get; init => field = value ?? []; } = [];

    /// <summary>What is posted. Null in lists.</summary>
    public WebhookEvent? Payload { get; init; }
}

/// <summary>One try to post a webhook.</summary>
/// <param name="Status">Of the answer; null when none came within 15 s.</param>
/// <param name="Answer">What came of it, for people.</param>
/// <param name="Body">The first 1,000 characters of the answer's body; null when none came.</param>
public sealed record WebhookTry(DateTimeOffset At, int? Status, int Milliseconds, string Answer, string? Body);

/// <summary>The body of a webhook, at most 20,000 bytes.</summary>
/// <param name="Type">Such as <c>generation.succeeded</c>.</param>
/// <param name="Timestamp">When it came about, however late it is told.</param>
/// <param name="Data">The generation as lists tell it, in the state of the event; for <c>webhook.test</c> the <c>endpointId</c> alone.</param>
public sealed record WebhookEvent(string Type, DateTimeOffset Timestamp, JsonElement Data)
{
    /// <summary>Whether the request was shortened, because the body would have been too long: read the generation for all of it. Left out when it was not.</summary>
    public bool? Truncated { get; init; }
}
