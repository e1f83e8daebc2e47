using Kinora.Core.Catalog;
using Kinora.Core.Polling;

namespace Kinora.Core.Health;

/// <summary>How models are doing.</summary>
public sealed class ModelHealth
{
    /// <summary>With fewer generations no rate is told apart from chance.</summary>
    private const int FewestTakes = 10;
    private const double LeastRate = 0.8;

    private readonly RouteStandings _routes;
    private readonly OutcomeCounts _counts;
    private readonly DurationHistory _durations;
    private readonly CoreOptions _options;

    internal ModelHealth(RouteStandings routes, OutcomeCounts counts, DurationHistory durations, CoreOptions options) =>
        (_routes, _counts, _durations, _options) = (routes, counts, durations, options);

    public HealthReading Of(ModelDefinition model)
    {
        var (takes, made) = (model.Variants.Sum(one => _counts.Of(one.Id).Takes), model.Variants.Sum(one => _counts.Of(one.Id).Succeeded));
        var (status, since, reason) = Judge(model, takes, made);
        var durations = model.Variants.SelectMany(variant => variant.Modes, (variant, mode) => _durations.Find(new(variant.Id, mode.Mode, Typical(model))))
            .OfType<LearnedDurations>().Where(one => one.Total > 0).MaxBy(one => one.Total);
        return new(status, since, reason)
        {
            LastProbe = model.Variants.SelectMany(variant => variant.Routes).Select(_routes.LastProbe).MaxBy(probe => probe?.At),
            SuccessRate = takes == 0 ? null : Math.Round((double)made / takes, 3),
            Takes = takes,
            P50Seconds = Seconds(durations, 0.5),
            P90Seconds = Seconds(durations, 0.9),
        };
    }

    /// <summary>Why a request that may go these routes is not taken now; null where it is.</summary>
    internal RouteStanding? OutageOf(IReadOnlyList<PlannedRoute> routes)
    {
        var best = routes.Select(one => _routes.Of(one.Route)).MinBy(one => one.Status)!;
        return best.IsOff ? best : null;
    }

    /// <summary>Those that the server has an account for; all where it has none for any.</summary>
    internal IReadOnlyList<PlannedRoute> Connected(IReadOnlyList<PlannedRoute> routes)
    {
        PlannedRoute[] connected = [.. routes.Where(one => _routes.IsConnected(one.Route))];
        return connected.Length > 0 ? connected : routes;
    }

    private (HealthStatus Status, DateTimeOffset? Since, Localized? Reason) Judge(ModelDefinition model, long takes, long made)
    {
        // A route to a provider that the operator has no account with is none, as long as there is another.
        var variants = model.Variants.Select(variant => variant.Routes.Select(_routes.Of).ToList())
            .Select(routes => routes.Exists(one => one.IsConnected) ? routes.FindAll(one => one.IsConnected) : routes).ToList();
        var best = variants.SelectMany(routes => routes).MinBy(one => one.Status)!;
        if (best.IsOff) return (best.Status, best.Since, best.Reason);
        if (variants.SelectMany(routes => routes).FirstOrDefault(one => one.Status >= HealthStatus.Degraded) is { } trouble)
            return (HealthStatus.Degraded, trouble.Since, trouble.Reason);
        return takes >= FewestTakes && made < LeastRate * takes
            ? (HealthStatus.Degraded, null, new($"{takes - made} of the last {takes} failed.", $"Не удалось {takes - made} из последних {takes}."))
            : (best.Status, best.Since, null);
    }

    private int Typical(ModelDefinition model) => Math.Max(1, _options.Kie.TypicalSeconds ?? model.TypicalSeconds);

    private static double? Seconds(LearnedDurations? known, double share) => known is null ? null : Math.Round(known.Quantile(share).TotalSeconds, 1);
}
