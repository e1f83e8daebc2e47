using System.Data.Common;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>The breakers of all routes, as this process knows them: changed at once by what happens here, and within seconds by what happened on other nodes.</summary>
#pragma warning disable CA1001 // A semaphore has something to dispose only once its wait handle was asked for.
public sealed partial class RouteHealth
#pragma warning restore CA1001
{
    private const int MostTries = 5;
    private readonly HealthStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<RouteHealth> _logger;
    private readonly Lock _gate = new();
    private readonly Dictionary<RouteKey, StoredBreaker> _known = [];
    private readonly SemaphoreSlim _saving = new(1);

    internal RouteHealth(HealthStore store, TimeProvider time, ILogger<RouteHealth> logger) => (_store, _time, _logger) = (store, time, logger);

    /// <summary>Told after some breaker changed in what all nodes know of it.</summary>
    public event EventHandler? Changed;

    public Breaker Find(RouteKey route)
    {
        lock (_gate) return _known.TryGetValue(route, out var known) ? known.Breaker : Breaker.New;
    }

    /// <summary>Those of which anything is known.</summary>
    public IReadOnlyList<KeyValuePair<RouteKey, Breaker>> All
    {
        get
        {
            lock (_gate) return [.. _known.Select(one => KeyValuePair.Create(one.Key, one.Value.Breaker))];
        }
    }

    /// <summary>Whether a generation may go there: as they all may, as the one that is to show how it fares, or not.</summary>
    internal async Task<Passage> PassAsync(RouteKey route, CancellationToken cancellationToken)
    {
        var breaker = Find(route);
        if (breaker.IsUsed) return Passage.Free;
        if (!breaker.IsTrialDue(_time.GetUtcNow())) return Passage.Shut;
        return await TryBeginTrialAsync(route, cancellationToken) ? Passage.Trial : Passage.Shut;
    }

    /// <summary>Takes in what happened. Writes only what changes the breaker for others; where it cannot be written, it holds on this node.</summary>
    /// <param name="why">Kept with the change; where nothing changes, kept if <paramref name="always"/>.</param>
    internal async Task ReportAsync(RouteKey route, RouteEvent news, Verdict? why, bool always, CancellationToken cancellationToken)
    {
        try
        {
            var isKept = await KeepAsync(route, news, why, cancellationToken);
            if (!isKept && always && why is not null) await _store.AddAsync(why, cancellationToken);
        }
        catch (DbException fault)
        {
            LogNotKept(fault, route);
        }
    }

    /// <summary>Takes over what other nodes have written.</summary>
    internal async Task ReloadAsync(CancellationToken cancellationToken)
    {
        var isNew = false;
        foreach (var stored in await _store.ReadAsync(cancellationToken)) isNew |= TakeOver(stored);
        if (isNew) Changed?.Invoke(this, EventArgs.Empty);
    }

    // False where nothing was written, because nothing changed for others.
    private async Task<bool> KeepAsync(RouteKey route, RouteEvent news, Verdict? why, CancellationToken cancellationToken)
    {
        if (!Apply(route, news)) return false;
        Changed?.Invoke(this, EventArgs.Empty);
        await _saving.WaitAsync(cancellationToken);
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                if (await TrySaveAsync(route, why, cancellationToken)) return true;
                if (await _store.FindAsync(route, cancellationToken) is { } stored) TakeOver(stored);
                if (!Apply(route, news)) return false;
            }

            return false;
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task<bool> TryBeginTrialAsync(RouteKey route, CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            if (!Find(route).IsTrialDue(_time.GetUtcNow())) return false;
            Apply(route, new RouteEvent.TrialBegan());
            if (await TrySaveAsync(route, why: null, cancellationToken)) return true;
            if (await _store.FindAsync(route, cancellationToken) is { } stored) TakeOver(stored);
            return false;
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task<bool> TrySaveAsync(RouteKey route, Verdict? why, CancellationToken cancellationToken)
    {
        StoredBreaker next;
        lock (_gate) next = _known[route];
        if (!await _store.TrySaveAsync(next, why, cancellationToken)) return false;
        lock (_gate) _known[route] = _known[route] with { Version = next.Version + 1 };
        return true;
    }

    // Whether others should know.
    private bool Apply(RouteKey route, RouteEvent news)
    {
        lock (_gate)
        {
            var known = _known.GetValueOrDefault(route) ?? new(route, Breaker.New, 0);
            var next = known.Breaker.After(news, _time.GetUtcNow());
            if (ReferenceEquals(next, known.Breaker)) return false;
            _known[route] = known with { Breaker = next };
            if (next.IsKeptAs(known.Breaker)) return false;
            if (next.IsUsed != known.Breaker.IsUsed) LogTurned(route, next.State, next.Reason);
            return true;
        }
    }

    private bool TakeOver(StoredBreaker stored)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(stored.Route, out var known) && known.Version >= stored.Version) return false;
            _known[stored.Route] = known is null || !stored.Breaker.IsUsed
                ? stored
                : stored with { Breaker = stored.Breaker with { Faults = known.Breaker.Faults, Failures = known.Breaker.Failures } };
            return true;
        }
    }

    [LoggerMessage(290, LogLevel.Warning, "The route {Route} is {State} now. {Reason}")]
    private partial void LogTurned(RouteKey route, BreakerState state, string? reason);

    [LoggerMessage(291, LogLevel.Warning, "What was seen of the route {Route} could not be written down; other nodes do not know it.")]
    private partial void LogNotKept(Exception fault, RouteKey route);
}

/// <summary>Whether a generation may go a route.</summary>
internal enum Passage
{
    Free,

    /// <summary>It alone, to show how it fares.</summary>
    Trial,
    Shut,
}
