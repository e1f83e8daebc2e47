using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>The caller's account.</summary>
/// <param name="Role"><c>admin</c> or <c>user</c>.</param>
/// <param name="Balance">Credits owned.</param>
/// <param name="Held">Credits set aside for generations that run.</param>
/// <param name="Available">Credits free to spend: balance less held.</param>
/// <param name="Provider"><c>sandbox</c> or <c>kie</c>: what makes the videos.</param>
/// <param name="Features">What the operator of this server has set up beyond the usual.</param>
public sealed record AccountResponse(
    string Id,
    string Name,
    [property: AllowedValues("admin", "user")] string Role,
    long Balance,
    long Held,
    long Available,
    [property: AllowedValues("kie", "sandbox")] string Provider,
    AccountFeatures Features)
{
    /// <summary>What it is held to, and how far it is.</summary>
    public required AccountLimitsResponse Limits { get; init; }
}

/// <summary>What an account is held to, by its own limits or the server's settings, and how far it is.</summary>
/// <param name="MaxConcurrent">Generations at providers at once; the others wait in line. Left out for any number.</param>
/// <param name="DailyGenerations">Generations that are accepted in one day, UTC; left out for any number.</param>
/// <param name="AtProviders">How many are at providers now.</param>
/// <param name="Today">How many were accepted today, whatever became of them.</param>
public sealed record AccountLimitsResponse(int? MaxConcurrent, int? DailyGenerations, long AtProviders, long Today);

/// <summary>What an operator may set up, or not.</summary>
/// <param name="Enhance">Whether <c>POST /api/prompts/enhance</c> betters prompts.</param>
/// <param name="PublicUrl">The address under which others reach this server; left out when none is set.</param>
public sealed record AccountFeatures(bool Enhance, string? PublicUrl = null);

/// <summary>A page of the ledger, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntryResponse> Items, string? Next);

/// <summary>One change of an account's money; entries are never changed or removed.</summary>
/// <param name="Kind"><c>grant</c>, <c>hold</c>, <c>capture</c>, <c>release</c> or <c>adjust</c>.</param>
/// <param name="BalanceChange">Credits added to (or taken from) the balance.</param>
/// <param name="HeldChange">Credits added to (or taken from) what is set aside.</param>
/// <param name="GenerationId">The generation that it belongs to; null for a grant or an adjustment.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Note">The reason of a grant or an adjustment.</param>
public sealed record LedgerEntryResponse(
    [property: AllowedValues("grant", "hold", "capture", "release", "adjust")] string Kind,
    long BalanceChange,
    long HeldChange,
    string? GenerationId,
    DateTimeOffset At,
    string? Note);

/// <summary>Body of <c>POST /api/admin/accounts/{id}/grants</c>.</summary>
/// <param name="Credits">Above 0, at most 1,000,000,000.</param>
/// <param name="Reason">Shown in the ledger; at most 200 characters.</param>
public sealed record GrantRequest(long Credits, string Reason);

/// <summary>Body of <c>POST /api/admin/accounts/{id}/adjustments</c>.</summary>
/// <param name="Credits">Added to the balance, or taken from it where negative; not 0, at most 1,000,000,000 either way.</param>
/// <param name="Reason">Shown in the ledger; at most 200 characters.</param>
public sealed record AdjustmentRequest(long Credits, string Reason);
