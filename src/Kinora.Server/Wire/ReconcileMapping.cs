using System.Globalization;
using Kinora.Client;
using Kinora.Core.Credits;

namespace Kinora.Server.Wire;

/// <summary>The reckoning with providers, from the domain to the wire.</summary>
internal static class ReconcileMapping
{
    public const string CsvHead =
        "generation,account,model,variant,status,created_at,upstream_credits,expected_upstream_credits,captured_credits,margin_usd,mismatch\r\n";

    public static ReconcileResponse ToResponse(this ReconcileReport report, DateTimeOffset from, DateTimeOffset to) => new()
    {
        From = from,
        To = to,
        Totals = new()
        {
            Generations = report.Totals.Generations,
            Succeeded = report.Totals.Succeeded,
            Mismatches = report.Totals.Mismatches,
            Unknown = report.Totals.Unknown,
            UpstreamCredits = report.Totals.UpstreamCredits,
            ExpectedUpstreamCredits = report.Totals.ExpectedUpstreamCredits,
            Captured = report.Totals.Captured,
            MarginUsd = report.Totals.MarginUsd,
        },
        Items = [.. report.Rows.Select(ToResponse)],
        AccountFaults = [.. report.AccountFaults.Select(f => new ReconcileAccountFault(f.AccountId, f.Balance, f.Held, f.BalanceEntries, f.HeldEntries))],
        GenerationFaults =
            [.. report.GenerationFaults.Select(f => new ReconcileGenerationFault(f.GenerationId, WireNames.Of(f.Status), f.Holds, f.Captures, f.Releases, f.StillHeld))],
    };

    // Ids and numbers alone: nothing in it needs quotes.
    public static string ToCsv(this ReconcileRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Generation.Id},{row.Generation.AccountId},{row.Generation.ModelId},{row.Generation.VariantId},{WireNames.Of(row.Generation.Status)},"
        + $"{row.Generation.CreatedAt:O},{row.UpstreamCredits},{row.ExpectedUpstreamCredits},{row.Captured},{row.MarginUsd},{Word(row.Mismatch)}\r\n");

    private static ReconcileItem ToResponse(ReconcileRow row) => new()
    {
        GenerationId = row.Generation.Id,
        AccountId = row.Generation.AccountId,
        Model = row.Generation.ModelId,
        Variant = row.Generation.VariantId,
        Status = WireNames.Of(row.Generation.Status),
        CreatedAt = row.Generation.CreatedAt,
        UpstreamCredits = row.UpstreamCredits,
        ExpectedUpstreamCredits = row.ExpectedUpstreamCredits,
        Captured = row.Captured,
        MarginUsd = row.MarginUsd,
        Mismatch = Word(row.Mismatch),
    };

    private static string? Word(ReconcileMismatch? mismatch) => mismatch switch
    {
        ReconcileMismatch.ChargedButFailed => "charged_but_failed",
        ReconcileMismatch.CapturedButFree => "captured_but_free",
        ReconcileMismatch.AboveExpectation => "above_expectation",
        _ => null,
    };
}
