using Kinora.Core.Catalog;
using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Core.Diagnostics;

/// <summary>Makes the report of what works: looks at the accounts, probes every route at no cost, reads the providers' own catalogues, and compares.</summary>
internal sealed class Diagnostician(
    ProviderAccounts accounts, AccountChecks checks, Prober prober, ProbeTargets targets, RouteHealth routes, ModelCatalog catalog, DiagnosticStore store, TimeProvider time)
{
    /// <summary>The report, which is kept when this completes.</summary>
    /// <param name="progress">Is told how many routes there are, and after each how many are done.</param>
    public async Task<DiagnosticReport> MakeAsync(bool isScheduled, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var (at, began) = (time.GetUtcNow(), time.GetTimestamp());
        var lines = accounts.All.Where(one => one.Account.Enabled).ToList();
        var (done, total) = (0, targets.All(null, null).Count);
        progress(0, total);
        var seen = await Task.WhenAll(lines.Select(one => OfAccountAsync(one, () => progress(Interlocked.Increment(ref done), total), cancellationToken)));

        List<DiagnosticCheck> found = [.. seen.SelectMany(line => line.Checks), await checks.CallbacksAsync(cancellationToken)];
        var order = catalog.Models.Select((model, index) => (model.Id, index)).ToDictionary(one => one.Id, one => one.index);
        List<DiagnosticRow> rows = [.. seen.SelectMany(line => line.Rows).OrderBy(row => order[row.Model])];
        List<ListedByProvider> listed = [.. seen.SelectMany(line => line.Listed)];
        var unknown = CatalogueDifferences.Unknown(catalog, listed);
        List<string> findings = [.. ReportFindings.Findings(rows)];
        if (unknown.Count > 0) findings.Add($"Providers list {unknown.Count} video models that the catalog does not have: {string.Join(", ", unknown)}.");
        findings.AddRange(CatalogueDifferences.Prices(catalog, listed));
        var report = new DiagnosticReport
        {
            Id = Guid.CreateVersion7(at).ToString("N"),
            At = at,
            Seconds = Math.Round(time.GetElapsedTime(began).TotalSeconds, 1),
            IsScheduled = isScheduled,
            State = ReportFindings.State(rows),
            Checks = found,
            Models = rows,
            Findings = findings,
            Actions = ReportFindings.Actions(found, rows, unknown),
            Changes = ReportChanges.Between(await store.LatestAsync(cancellationToken), rows, listed),
            Listed = listed,
        };
        await store.AddAsync(report, cancellationToken);
        return report;
    }

    private async Task<Line> OfAccountAsync(ConnectedAccount one, Action done, CancellationToken cancellationToken)
    {
        var found = await checks.OfAsync(one, cancellationToken);
        var broken = found.FirstOrDefault(check => check is { Result: CheckResult.Failed, Name: not "credits" });
        var seen = new Dictionary<RouteKey, DiagnosticRow>();
        foreach (var route in targets.All(null, null).Where(route => route.Account == one.Account.Id))
        {
            // Each would be refused, or waited for, for the same reason.
            seen[route] = broken is null ? await ProbedAsync(route, cancellationToken) : Row(route) with
            {
                Reading = broken.Name is "address" ? ProbeReading.Unreachable : ProbeReading.Unauthorized, Error = broken.Detail, Notes = "Not probed: its account cannot be used.",
            };
            done();
        }

        // What is a second road for another model stands with both.
        List<DiagnosticRow> rows =
        [
            .. catalog.Models.SelectMany(
                model => targets.All(model, null).Where(seen.ContainsKey), (model, route) => seen[route] with { Model = model.Id, Name = model.Name }),
        ];
        return new(found, rows, broken is null ? await ListedAsync(one, cancellationToken) : []);
    }

    private async Task<DiagnosticRow> ProbedAsync(RouteKey route, CancellationToken cancellationToken)
    {
        if (await prober.ProbeAsync(route, cancellationToken) is not { } verdict) return Row(route) with { Notes = "The account was taken away meanwhile." };
        var breaker = routes.Find(route);

        // A probe sees whether the model is there, and not how its tasks fare.
        var isFailing = verdict.Reading is ProbeReading.Works or ProbeReading.Unclear && !breaker.IsUsed;
        var works = verdict.Reading is ProbeReading.Unclear && breaker.State is BreakerState.Closed ? ProbeReading.Works : verdict.Reading;
        return Row(route) with
        {
            Reading = isFailing ? ProbeReading.Unclear : works,
            Error = isFailing ? breaker.Reason : works is ProbeReading.Works ? null : verdict.Reason,
            Notes = breaker.Since is { } since ? FormattableString.Invariant($"Since {since:yyyy-MM-dd HH:mm} UTC.") : null,
            Request = verdict.Request,
            Answer = verdict.Answer,
        };
    }

    private static DiagnosticRow Row(RouteKey route) => new()
    {
        Model = "", Name = "", Account = route.Account, Endpoint = route.Endpoint, WireModel = route.Model, Reading = ProbeReading.Unclear,
    };

    private static async Task<IReadOnlyList<ListedByProvider>> ListedAsync(ConnectedAccount one, CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await one.Provider.CatalogueAsync(cancellationToken) ?? []).Select(model => new ListedByProvider(one.Account.Id, model.Id, model.Title, model.Price))];
        }
        catch (ProviderException)
        {
            return [];
        }
    }

    private sealed record Line(IReadOnlyList<DiagnosticCheck> Checks, IReadOnlyList<DiagnosticRow> Rows, IReadOnlyList<ListedByProvider> Listed);
}
