using Kinora.Core.Catalog;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>Asks providers, at no cost, whether their models are there, and keeps what they say.</summary>
public sealed partial class Prober
{
    private readonly RouteHealth _routes;
    private readonly HealthStore _store;
    private readonly ProbeTargets _targets;
    private readonly ProviderPool _providers;
    private readonly TimeProvider _time;
    private readonly ILogger<Prober> _logger;

    internal Prober(
        RouteHealth routes, HealthStore store, ProbeTargets targets, ProviderPool providers, TimeProvider time, ILogger<Prober> logger) =>
        (_routes, _store, _targets, _providers, _time, _logger) = (routes, store, targets, providers, time, logger);

    /// <summary>Those of a model, or of one of its variants, at every account that takes new generations; all where neither is named.</summary>
    public IReadOnlyList<RouteKey> Routes(ModelDefinition? model, ModelVariant? variant) => _targets.All(model, variant);

    /// <summary>What was last seen, newest first.</summary>
    /// <param name="routes">Only of these models; null for all.</param>
    public Task<IReadOnlyList<Verdict>> VerdictsAsync(IReadOnlyList<RouteKey>? routes, int most, CancellationToken cancellationToken) =>
        _store.VerdictsAsync(routes?.Select(route => route.Model).ToList(), most, cancellationToken);

    /// <summary>Probes one route within the budgets of its account. Null when there is no such account.</summary>
    public async Task<Verdict?> ProbeAsync(RouteKey route, CancellationToken cancellationToken)
    {
        if (_providers.Find(route.Account) is not { } account) return null;
        var probe = await account.ProbeAsync(_targets.Of(account, route), cancellationToken);
        if (probe.MadeTask is { } task) LogMade(route, task);
        var verdict = Verdict.Of(route, _time.GetUtcNow(), probe);
        await _routes.ReportAsync(route, new RouteEvent.Probed(probe), verdict, always: true, cancellationToken);
        return verdict;
    }

    /// <summary>Probes several routes: those of different accounts at the same time, those of one account one after the other.</summary>
    public async Task<IReadOnlyList<Verdict>> ProbeAsync(IEnumerable<RouteKey> routes, CancellationToken cancellationToken)
    {
        var verdicts = await Task.WhenAll(routes.GroupBy(route => route.Account).Select(async line =>
        {
            var found = new List<Verdict>();
            foreach (var route in line)
            {
                if (await ProbeAsync(route, cancellationToken) is { } verdict) found.Add(verdict);
            }

            return found;
        }));
        return [.. verdicts.SelectMany(line => line)];
    }

    /// <summary>The routes that were found unwell and may be well again.</summary>
    internal IReadOnlyList<RouteKey> Due
    {
        get
        {
            var now = _time.GetUtcNow();
            return [.. _routes.All.Where(one => one.Value.IsProbeDue(now) && _providers.Find(one.Key.Account) is not null).Select(one => one.Key)];
        }
    }

    /// <summary>The routes of the catalog that were not probed for so long, the longest first. One that is not used has a rhythm of its own.</summary>
    internal IReadOnlyList<RouteKey> Unprobed(TimeSpan since)
    {
        var before = _time.GetUtcNow() - since;
        return
        [
            .. _targets.All(null, null).Select(route => (Route: route, Breaker: _routes.Find(route)))
                .Where(one => one.Breaker.IsUsed && !(one.Breaker.Probe?.At > before))
                .OrderBy(one => one.Breaker.Probe?.At).Select(one => one.Route),
        ];
    }

    [LoggerMessage(293, LogLevel.Error,
        "A probe of {Route}, which should make nothing, was taken for a request: task {Task} runs and may be charged. "
        + "Mark the variant in the catalog with \"probe\": false.")]
    private partial void LogMade(RouteKey route, string task);
}
