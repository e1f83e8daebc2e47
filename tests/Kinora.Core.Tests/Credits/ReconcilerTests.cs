using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Credits;

public sealed class ReconcilerTests : IAsyncDisposable
{
    private static readonly GenerationFailure Broken = new(FailureCode.ProviderFailed, "broken", FailureBy.Provider);
    private readonly EngineFixture _engine = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mismatches_come_first_and_the_sums_are_over_all()
    {
        var fits = await EndAsync(upstream: 100, succeeded: true);
        var silent = await EndAsync(upstream: null, succeeded: true);
        var lost = await EndAsync(upstream: 60, succeeded: false);
        var free = await EndAsync(upstream: 0, succeeded: true);
        var dear = await EndAsync(upstream: 120, succeeded: true);
        await _engine.AcceptAsync();
        var report = await ReportAsync(10);
        report.Rows.Select(row => (row.Generation.Id, row.Mismatch)).ShouldBe(
        [
            (lost, ReconcileMismatch.ChargedButFailed), (free, ReconcileMismatch.CapturedButFree), (dear, ReconcileMismatch.AboveExpectation),
            (fits, default(ReconcileMismatch?)), (silent, null),
        ]);
        report.Totals.ShouldBe(new ReconcileTotals
        {
            Generations = 5, Succeeded = 4, Mismatches = 3, Unknown = 1, UpstreamCredits = 280, ExpectedUpstreamCredits = 400, Captured = 400, MarginUsd = 0.1m,
        });
        report.Rows.Select(row => row.MarginUsd).ShouldBe([-0.3m, 0.5m, -0.1m, 0, null]);
        report.AccountFaults.ShouldBeEmpty();
        report.GenerationFaults.ShouldBeEmpty();
        (await ReportAsync(2)).Rows.Select(row => row.Generation.Id).ShouldBe([lost, free]);
        var rows = new List<string>();
        await foreach (var row in Reconciler.RowsAsync(Some.Now, Some.Now.AddDays(1), Stop)) rows.Add(row.Generation.Id);
        rows.ShouldBe([lost, free, dear, fits, silent]);
    }

    [Fact]
    public async Task Only_what_was_accepted_in_the_span_counts()
    {
        await EndAsync(upstream: 1, succeeded: true);
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        var second = await EndAsync(upstream: 2, succeeded: true);
        var report = await Reconciler.ReportAsync(Some.Now.AddHours(1), Some.Now.AddDays(2), 10, Stop);
        report.Rows.ShouldHaveSingleItem().Generation.Id.ShouldBe(second);
    }

    [Fact]
    public async Task A_reckoning_does_not_end_with_its_first_page()
    {
        await _engine.AcceptAsync();
        var ended = Enumerable.Range(0, 501).Select(number => Some.Generation(credits: 0, id: "gen_" + Guid.CreateVersion7(Some.Now.AddSeconds(number)).ToString("N"))).ToList();
        await _engine.Store.CommitAsync([.. ended.Select(generation => generation.Accept(null)), .. ended.Select(generation => generation.Cancel(Some.Now)!)], Stop);
        (await ReportAsync(10)).Totals.Generations.ShouldBe(501);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Reconciler Reconciler => new(_engine.Stores.Books);

    private Task<ReconcileReport> ReportAsync(int limit) => Reconciler.ReportAsync(Some.Now, Some.Now.AddDays(1), limit, Stop);

    private async Task<string> EndAsync(decimal? upstream, bool succeeded)
    {
        _engine.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = _engine.Clock.GetUtcNow();
        var accepted = await _engine.AcceptAsync(g => g with { Id = "gen_" + Guid.CreateVersion7(now).ToString("N") });
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), now)!;
        var running = submitting.Generation.Submitted("a", "task", now, now, "answered")!;
        var seen = new ProviderObservation(ProviderTaskState.Succeeded, "word") { UpstreamCredits = upstream };
        var collecting = running.Generation.ProviderSucceeded(seen, now, "poll")!;
        GenerationChange[] end = succeeded ? [collecting, collecting.Generation.Collected([], now)!] : [running.Generation.ProviderFailed(Broken, seen, now, "poll")!];
        foreach (var result in await _engine.Store.CommitAsync([submitting, running, .. end], Stop)) result.Outcome.ShouldBe(CommitOutcome.Applied);
        return accepted.Id;
    }
}
