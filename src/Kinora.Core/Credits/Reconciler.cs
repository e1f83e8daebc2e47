using System.Runtime.CompilerServices;
using Kinora.Core.Storage;

namespace Kinora.Core.Credits;

/// <summary>Compares what providers say they charged with what was expected and captured, and checks the ledger itself.</summary>
public sealed class Reconciler(Books books)
{
    private const int PageSize = 500, MostFaults = 100;

    /// <summary>Every ended generation that was accepted from <paramref name="from"/> until before <paramref name="to"/>, mismatches first.</summary>
    public async IAsyncEnumerable<ReconcileRow> RowsAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var mismatched in new[] { true, false })
        {
            await foreach (var row in EveryAsync(from, to, cancellationToken))
            {
                if (row.Mismatch is not null == mismatched) yield return row;
            }
        }
    }

    /// <summary>The sums over all of them, the first rows, and what is wrong with the ledger.</summary>
    public async Task<ReconcileReport> ReportAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        var (mismatches, others) = (new List<ReconcileRow>(), new List<ReconcileRow>());
        var totals = new ReconcileTotals();
        await foreach (var row in EveryAsync(from, to, cancellationToken))
        {
            totals = totals.With(row);
            var list = row.Mismatch is null ? others : mismatches;
            if (list.Count < limit) list.Add(row);
        }

        return new(
            totals, [.. mismatches.Concat(others).Take(limit)],
            await books.AccountFaultsAsync(MostFaults, cancellationToken),
            await books.GenerationFaultsAsync(Books.IdAt(from), Books.IdAt(to), MostFaults, cancellationToken));
    }

    private async IAsyncEnumerable<ReconcileRow> EveryAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (after, before) = (Books.IdAt(from), Books.IdAt(to));
        while (true)
        {
            var page = await books.PageAsync(after, before, null, PageSize, cancellationToken);
            foreach (var generation in page.Where(generation => generation.IsFinal)) yield return ReconcileRow.Of(generation);
            if (page.Count < PageSize) yield break;
            after = page[^1].Id;
        }
    }
}

/// <summary>What came of a reckoning.</summary>
/// <param name="Rows">The first of them, mismatches first.</param>
/// <param name="AccountFaults">Accounts whose figures are not the sums of their entries: none, unless somebody wrote to the database.</param>
/// <param name="GenerationFaults">Generations whose entries do not fit their state: none, in the same way.</param>
public sealed record ReconcileReport(
    ReconcileTotals Totals, IReadOnlyList<ReconcileRow> Rows, IReadOnlyList<AccountFault> AccountFaults, IReadOnlyList<GenerationFault> GenerationFaults);

/// <summary>Sums over ended generations.</summary>
public sealed record ReconcileTotals
{
    public int Generations { get; init; }
    public int Succeeded { get; init; }
    public int Mismatches { get; init; }

    /// <summary>Those for which the provider does not say what it charged.</summary>
    public int Unknown { get; init; }
    public decimal UpstreamCredits { get; init; }

    /// <summary>What the catalog expected for those whose charge is known.</summary>
    public decimal ExpectedUpstreamCredits { get; init; }
    public long Captured { get; init; }

    /// <summary>Over those whose charge is known.</summary>
    public decimal MarginUsd { get; init; }

    internal ReconcileTotals With(ReconcileRow row) => this with
    {
        Generations = Generations + 1,
        Succeeded = Succeeded + (row.Generation.Status is Core.Generations.GenerationStatus.Succeeded ? 1 : 0),
        Mismatches = Mismatches + (row.Mismatch is null ? 0 : 1),
        Unknown = Unknown + (row.UpstreamCredits is null ? 1 : 0),
        UpstreamCredits = UpstreamCredits + (row.UpstreamCredits ?? 0),
        ExpectedUpstreamCredits = ExpectedUpstreamCredits + (row.UpstreamCredits is null ? 0 : row.ExpectedUpstreamCredits),
        Captured = Captured + row.Captured,
        MarginUsd = MarginUsd + (row.MarginUsd ?? 0),
    };
}
