using System.Diagnostics.Metrics;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Storage;

namespace Kinora.Core.Telemetry;

/// <summary>What stands in the database and in memory, told to who asks: how much waits, how long already, what is held, which breakers are open.</summary>
/// <remarks>
/// Whoever collects by itself calls <see cref="RefreshAsync"/> before. Where nobody did, such as under an exporter that knows only instruments, each
/// collection tells what the one before had read, so that none waits for the database.
/// </remarks>
public sealed class EngineGauges
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(2);
    private static readonly GenerationStatus[] Working = [GenerationStatus.Queued, GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Collecting];
    private readonly BacklogStore _store;
    private readonly RouteHealth _routes;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private Reading? _latest;
    private Task _reading = Task.CompletedTask;

    /// <param name="meters">The instruments live as long as this does.</param>
    public EngineGauges(IMeterFactory meters, BacklogStore store, RouteHealth routes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_store, _routes, _time) = (store, routes, time);
        var meter = meters.Create(KinoraTelemetry.Name);
        meter.CreateObservableGauge("kinora.generation.backlog", Waiting, "{generation}", "Generations that a worker will look at again, on all nodes.");
        meter.CreateObservableGauge("kinora.generation.lag", Lags, "s", "How long the generation that is due longest has been waiting for a worker.");
        meter.CreateObservableGauge("kinora.delivery.backlog", () => Of(backlog => backlog.Deliveries),
            "{delivery}", "Callbacks to callers that are still to be taken, on all nodes.");
        meter.CreateObservableGauge("kinora.delivery.lag", () => Of(backlog => Age(backlog, backlog.DeliveryDue)),
            "s", "How long the callback that is due longest has been waiting.");
        meter.CreateObservableGauge("kinora.credits.held", () => Of(backlog => backlog.Held),
            "{credit}", "Credits that are set aside for generations which have not ended, of all accounts.");
        meter.CreateObservableGauge("kinora.breakers", Breakers, "{route}", "Routes that are not used now, as this node knows them.");
    }

    /// <summary>Reads the database, unless that was done within the last 5 seconds. What cannot be read in 2 seconds is missing from what is told.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_reading.IsCompleted && !(_latest is { } latest && _time.GetElapsedTime(latest.At) < Fresh)) _reading = ReadAsync();
            return _reading.WaitAsync(cancellationToken);
        }
    }

    private async Task ReadAsync()
    {
        Backlog? backlog = null;
        try
        {
            backlog = await _store.ReadAsync(CancellationToken.None).WaitAsync(Patience, _time);
        }
#pragma warning disable CA1031 // That the figures are missing tells it, and /readyz says why.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing is told but what this process knows by itself.
        }

        Volatile.Write(ref _latest, new(backlog, _time.GetTimestamp()));
    }

    private Backlog? Latest()
    {
        var latest = Volatile.Read(ref _latest);
        _ = RefreshAsync(CancellationToken.None);
        return latest?.Backlog;
    }

    private IEnumerable<Measurement<long>> Of(Func<Backlog, long> figure) => Latest() is { } backlog ? [new(figure(backlog))] : [];

    private IEnumerable<Measurement<double>> Of(Func<Backlog, double> figure) => Latest() is { } backlog ? [new(figure(backlog))] : [];

    private IEnumerable<Measurement<long>> Waiting()
    {
        if (Latest() is not { } backlog) yield break;
        foreach (var line in backlog.Lines)
        {
            yield return line.Account.Length == 0
                ? new(line.Count, Status(line.Status))
                : new(line.Count, Status(line.Status), KeyValuePair.Create(KinoraTelemetry.Account, (object?)line.Account));
        }

        foreach (var status in Working.Where(status => !backlog.Lines.Any(line => line.Status == status))) yield return new(0, Status(status));
    }

    private IEnumerable<Measurement<double>> Lags()
    {
        if (Latest() is not { } backlog) yield break;
        foreach (var status in Working)
            yield return new(backlog.Lines.Where(line => line.Status == status).Select(line => Age(backlog, line.Due)).DefaultIfEmpty().Max(), Status(status));
    }

    private IEnumerable<Measurement<int>> Breakers()
    {
        var states = _routes.All.Select(one => one.Value.State).ToList();
        foreach (var (state, word) in new[] { (BreakerState.Open, "open"), (BreakerState.HalfOpen, "half_open") })
            yield return new(states.Count(one => one == state), KeyValuePair.Create("kinora.breaker.state", (object?)word));
    }

    private static double Age(Backlog backlog, DateTimeOffset? due) => due < backlog.At ? (backlog.At - due.Value).TotalSeconds : 0;

    private static KeyValuePair<string, object?> Status(GenerationStatus status) => new(KinoraTelemetry.Status, KinoraTelemetry.Word(status));

    private sealed record Reading(Backlog? Backlog, long At);
}
