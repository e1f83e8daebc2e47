using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>A page of accounts, by their ids.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record AccountPage(IReadOnlyList<AccountEntry> Items, string? Next);

/// <summary>An account as administrators see it.</summary>
/// <param name="Role"><c>admin</c> or <c>user</c>.</param>
/// <param name="Balance">Credits owned.</param>
/// <param name="Held">Credits set aside for generations that run.</param>
/// <param name="Available">Credits free to spend: balance less held.</param>
public sealed record AccountEntry(
    string Id, string Name, [property: AllowedValues("admin", "user")] string Role, long Balance, long Held, long Available)
{
    /// <summary>What it is held to, and how far it is.</summary>
    public required AccountLimitsResponse Limits { get; init; }

    /// <summary>Whether it may be used; a deactivated one is kept whole, and its generations run to their end.</summary>
    public required bool Active { get; init; }

    /// <summary>When a key of it was used last, or somebody signed in; null where nobody has.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>A key of the new account; told once, by the answer that made the account.</summary>
    public string? Key { get; init; }
}

/// <summary>Body of <c>PATCH /api/admin/accounts/{id}</c>. What is left out stays as it is.</summary>
public sealed record AccountChangeRequest
{
    /// <summary>Generations at providers at once, 1 to 1,000,000; the others wait in line.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Generations that are accepted in one day, UTC, 0 to 1,000,000.</summary>
    public int? DailyGenerations { get; init; }

    /// <summary>False ends its sessions and sign-in links at once and lets its keys rest; true lets it be used again.</summary>
    public bool? Active { get; init; }

    /// <summary>Names of limits to set back to what the server's settings say: <c>maxConcurrent</c>, <c>dailyGenerations</c>.</summary>
    public IReadOnlyList<string>? Clear { get; init; }
}

/// <summary>Body of <c>POST /api/admin/accounts</c>.</summary>
/// <param name="Name">1 to 100 characters on one line.</param>
/// <param name="Role"><c>user</c> when left out.</param>
/// <param name="Credits">Its first grant, 0 to 1,000,000,000; none when left out.</param>
public sealed record NewAccountRequest(string Name, [property: AllowedValues("admin", "user")] string? Role = null, long? Credits = null);

/// <summary>A page of what is posted to callers, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryResponse> Items, string? Next);

/// <summary>News of a generation for an address that a caller named.</summary>
/// <param name="Id"><c>evt_…</c></param>
/// <param name="GenerationId">Of which it tells.</param>
/// <param name="Number">The version of the generation that it tells; several deliveries may tell the same one.</param>
/// <param name="Surface">The API in whose words it is told, such as <c>kie/jobs</c>; <c>kinora</c> for webhooks.</param>
/// <param name="DueAt">When it is tried next; null when it was taken or given up.</param>
/// <param name="Tries">So far.</param>
/// <param name="Answer">To the last try; null before the first.</param>
/// <param name="Event">Such as <c>generation.succeeded</c>, for webhooks; null for what is told in the words of another API.</param>
public sealed record DeliveryResponse(
    string Id, string GenerationId, long Number, string Surface, Uri Url, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, int Tries, string? Answer, string? Event = null);

/// <summary>How long this server took to answer, slowest endpoints first.</summary>
/// <param name="Since">When it began to count: at its start.</param>
public sealed record ResponseTimePage(DateTimeOffset Since, IReadOnlyList<ResponseTimeResponse> Items);

/// <summary>The times of one endpoint in milliseconds, until the last byte; streams of events are not counted.</summary>
/// <param name="Endpoint">Such as <c>GET /api/generations/{id}</c>.</param>
/// <param name="Failures">Answers of 500 and above.</param>
/// <param name="P50Ms">Half of the answers took at most this; exact to a fifth, as are the others.</param>
/// <param name="P95Ms">19 of 20 did.</param>
/// <param name="P99Ms">99 of 100 did.</param>
public sealed record ResponseTimeResponse(string Endpoint, long Calls, long Failures, double P50Ms, double P95Ms, double P99Ms, double SlowestMs);

/// <summary>Generations that were accepted long ago and have not ended, oldest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record StuckPage(IReadOnlyList<StuckResponse> Items, string? Next);

/// <summary>A generation that has not ended.</summary>
/// <param name="Model">The product's id.</param>
/// <param name="Status"><c>queued</c>, <c>submitting</c>, <c>running</c> or <c>collecting</c>.</param>
/// <param name="ChangedAt">When its state changed last.</param>
/// <param name="Provider">The account of the provider that has it; null while none does.</param>
/// <param name="TaskId">The provider's name of it; null while it has none.</param>
/// <param name="Tries">Failed tries at the step that it is in.</param>
/// <param name="Reason">Why it waits, as far as that is known.</param>
public sealed record StuckResponse(
    string GenerationId,
    string AccountId,
    string Model,
    [property: AllowedValues("queued", "submitting", "running", "collecting")] string Status,
    DateTimeOffset AcceptedAt,
    DateTimeOffset ChangedAt,
    string? Provider,
    string? TaskId,
    int Tries,
    string? Reason);

/// <summary>What requests bring beside what they cost, the worst first.</summary>
/// <param name="Losses">Rows of which a request costs more than it brings.</param>
/// <param name="Guesses">Rows of which the provider publishes no price.</param>
public sealed record PriceAuditResponse(int Losses, int Guesses, IReadOnlyList<PriceAuditRow> Items);

/// <summary>The request with the smallest margin of a product in a mode.</summary>
/// <param name="Model">The product's id.</param>
/// <param name="Variant">The provider's model.</param>
/// <param name="Cases">Kinds of requests that prices tell apart, of which this is the worst.</param>
/// <param name="When">Which one it is, such as <c>resolution 1080p, duration 5</c>; empty where all cost the same.</param>
/// <param name="Credits">What Kinora asks.</param>
/// <param name="UpstreamCredits">What the provider asks, in KIE.ai's credits.</param>
/// <param name="MarginUsd">What is left when the provider is paid; negative for a loss.</param>
/// <param name="IsGuess">Whether the provider publishes no price.</param>
public sealed record PriceAuditRow(
    string Model, string Variant, string Mode, int Cases, string When, long Credits, decimal Usd, decimal UpstreamCredits, decimal UpstreamUsd, decimal MarginUsd,
    bool IsGuess)
{
    /// <summary>The same settings by their names; none where all cost the same.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
