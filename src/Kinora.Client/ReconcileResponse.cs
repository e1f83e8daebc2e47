using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>What providers say they charged, beside what was expected and captured.</summary>
public sealed record ReconcileResponse
{
    /// <summary>Of generations that were accepted from this time on,</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>and before this one.</summary>
    public required DateTimeOffset To { get; init; }
    public required ReconcileTotals Totals { get; init; }

    /// <summary>Ended generations, mismatches first, each part in the order of acceptance.</summary>
    public required IReadOnlyList<ReconcileItem> Items { get; init; }

    /// <summary>Accounts whose figures are not the sums of their ledger entries. Empty, unless somebody wrote to the database.</summary>
    public required IReadOnlyList<ReconcileAccountFault> AccountFaults { get; init; }

    /// <summary>Generations whose ledger entries do not fit their state. Empty in the same way.</summary>
    public required IReadOnlyList<ReconcileGenerationFault> GenerationFaults { get; init; }
}

/// <summary>Sums over ended generations.</summary>
public sealed record ReconcileTotals
{
    public required int Generations { get; init; }
    public required int Succeeded { get; init; }
    public required int Mismatches { get; init; }

    /// <summary>Those for which the provider does not say what it charged.</summary>
    public required int Unknown { get; init; }

    /// <summary>What the provider says that it charged, in its own credits.</summary>
    public required decimal UpstreamCredits { get; init; }

    /// <summary>What the catalog expected for those whose charge is known, in the provider's credits.</summary>
    public required decimal ExpectedUpstreamCredits { get; init; }

    /// <summary>What accounts were charged, in Kinora credits.</summary>
    public required long Captured { get; init; }

    /// <summary>What is left when the provider is paid, in US dollars, over those whose charge is known.</summary>
    public required decimal MarginUsd { get; init; }
}

/// <summary>One ended generation as the provider, the catalog and the ledger see it.</summary>
public sealed record ReconcileItem
{
    public required string GenerationId { get; init; }
    public required string AccountId { get; init; }

    /// <summary>The product id.</summary>
    public required string Model { get; init; }
    public required string Variant { get; init; }

    [AllowedValues("succeeded", "failed", "canceled")]
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the provider says that it charged; null when it does not say.</summary>
    public decimal? UpstreamCredits { get; init; }

    /// <summary>What the catalog expected it to charge at most.</summary>
    public required decimal ExpectedUpstreamCredits { get; init; }

    /// <summary>In Kinora credits.</summary>
    public required long Captured { get; init; }

    /// <summary>Null where the provider's charge is not known.</summary>
    public decimal? MarginUsd { get; init; }

    /// <summary><c>charged_but_failed</c>, <c>captured_but_free</c> or <c>above_expectation</c>; null where all fits.</summary>
    [AllowedValues("charged_but_failed", "captured_but_free", "above_expectation")]
    public string? Mismatch { get; init; }
}

/// <summary>An account whose figures are not the sums of its entries.</summary>
public sealed record ReconcileAccountFault(string AccountId, long Balance, long Held, long BalanceEntries, long HeldEntries);

/// <summary>A generation whose entries do not fit its state.</summary>
/// <param name="StillHeld">What its entries leave held.</param>
public sealed record ReconcileGenerationFault(string GenerationId, string Status, long Holds, long Captures, long Releases, long StillHeld);
