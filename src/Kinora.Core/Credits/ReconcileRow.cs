using Kinora.Core.Generations;

namespace Kinora.Core.Credits;

/// <summary>One ended generation as the provider, the catalog and the ledger see it.</summary>
/// <param name="UpstreamCredits">What the provider says that it charged; null when it does not say.</param>
/// <param name="ExpectedUpstreamCredits">What the catalog expected it to charge at most.</param>
/// <param name="Captured">What the account was charged, in Kinora credits.</param>
/// <param name="MarginUsd">What is left of that when the provider is paid, in US dollars; null where its charge is not known.</param>
public sealed record ReconcileRow(
    Generation Generation, decimal? UpstreamCredits, decimal ExpectedUpstreamCredits, long Captured, decimal? MarginUsd, ReconcileMismatch? Mismatch)
{
    public static ReconcileRow Of(Generation generation)
    {
        var revenue = generation.Quote.Credits == 0 ? 0 : generation.Quote.Usd * generation.Captured / generation.Quote.Credits;
        return new(
            generation, generation.UpstreamCredits, generation.Quote.UpstreamCredits, generation.Captured,
            generation.UpstreamCredits is { } charged ? revenue - (charged * ProviderCredit.Usd) : null, MismatchOf(generation));
    }

    private static ReconcileMismatch? MismatchOf(Generation generation) => generation switch
    {
        { UpstreamCredits: null } => null,
        { UpstreamCredits: > 0, Captured: 0 } => ReconcileMismatch.ChargedButFailed,
        { UpstreamCredits: <= 0, Captured: > 0 } => ReconcileMismatch.CapturedButFree,
        { UpstreamCredits: { } charged } when charged > generation.Quote.UpstreamCredits => ReconcileMismatch.AboveExpectation,
        _ => null,
    };
}

/// <summary>Where what a provider says it charged does not fit.</summary>
public enum ReconcileMismatch
{
    /// <summary>The provider charged for what came to nothing here.</summary>
    ChargedButFailed,

    /// <summary>The account was charged for what the provider gave for nothing.</summary>
    CapturedButFree,

    /// <summary>The provider charged more than the catalog expects: its price has changed.</summary>
    AboveExpectation,
}
