using System.Collections.Concurrent;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>Leases the generations of one status, and of one line of it, as they fall due and takes one step with each.</summary>
/// <remarks>A step that throws is logged and tried again when its lease lapses; the worker itself goes on.</remarks>
internal sealed partial class GenerationWorker(
    GenerationStatus status, string line, IGenerationStep step, KinoraEngine engine, GenerationStore store, WorkSignals signals, TimeProvider time,
    ILogger<GenerationWorker> logger) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    /// <summary>When what was due is not to be had: another node was faster, or the database's clock is behind this one's.</summary>
    private static readonly TimeSpan AfterNothing = TimeSpan.FromSeconds(1);
    private readonly WorkKind _kind = status.Work();
    private readonly string _owner = Guid.NewGuid().ToString();

    // What the database holds to be due is looked for now and then even when by this node's clock nothing is.
    private long _swept = time.GetTimestamp();

    // How many places are asked for: more while all are filled. Places that stay empty may be another node's loss.
    private int _stride = 1;

    // By its end, not by its generation: a callback may free a generation while a step still holds it, and then a second one begins.
    private readonly ConcurrentDictionary<TaskCompletionSource, string> _running = new();

    /// <summary>Waits for the steps that run, however long the host was ready to wait: one of them may be hearing the answer to a submission.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } ending) await ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Open(_kind, line);
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var renewing = RenewAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping.
            }
#pragma warning disable CA1031 // A worker outlives every fault.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogWorkerFault(fault, status);
                await signals.WaitAsync(_kind, line, TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll([.. _running.Keys.Select(ended => ended.Task), renewing]);
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        var free = step.MostAtOnce - _running.Count;
        var wait = free > 0 ? await UntilDueAsync(stoppingToken) : LongestSleep;
        if (free > 0 && (wait <= TimeSpan.Zero || time.GetElapsedTime(_swept) >= LongestSleep))
        {
            _swept = time.GetTimestamp();
            var places = await step.PlacesAsync(Math.Min(free, _stride), stoppingToken);
            var claimed = await store.ClaimAsync(status, line, new Lease(_owner, LeaseTime), places, stoppingToken);
            foreach (var generation in claimed) Begin(generation, stoppingToken);
            _stride = claimed.Count < places ? 1 : Math.Min(2 * places, step.MostAtOnce);
            if (claimed.Count > 0) return;
            if (wait < AfterNothing) wait = AfterNothing;
        }

        await signals.WaitAsync(_kind, line, wait, time, stoppingToken);
    }

    // A look at one end of an index, which is all that a wake-up for nothing costs. This clock may differ from the database's: see _swept.
    private async Task<TimeSpan> UntilDueAsync(CancellationToken stoppingToken)
    {
        var wait = await store.NextDueAsync(status, line, stoppingToken) - time.GetUtcNow();
        return wait < LongestSleep ? wait.Value : LongestSleep;
    }

    // Listed before it runs: one that ended first would stay listed for ever.
    private void Begin(Generation generation, CancellationToken stoppingToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[ended] = generation.Id;
        _ = StepAsync(generation, ended, stoppingToken);
    }

    private async Task StepAsync(Generation generation, TaskCompletionSource ended, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var work = GenerationWork.Begin(logger, Span(_kind), generation);
        try
        {
            await step.TakeAsync(generation, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The lease lapses; whoever starts next goes on from what is committed.
        }
#pragma warning disable CA1031 // See the remarks of the type.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            work.Span?.Fail(fault);
            LogStepFault(fault, generation.Id, status);
        }
        finally
        {
            _running.TryRemove(ended, out _);
            ended.SetResult();
            signals.Pulse(_kind);
        }
    }

    private static string Span(WorkKind kind) => kind switch
    {
        WorkKind.Dispatch => "generation dispatch",
        WorkKind.AwaitOutcome => "generation await_outcome",
        WorkKind.Poll => "generation poll",
        WorkKind.Collect => "generation collect",
        _ => "generation look_late",
    };

    private async Task RenewAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LeaseTime / 3, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                if (!_running.IsEmpty) await store.RenewAsync([.. _running.Values], new(_owner, LeaseTime), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping.
            }
#pragma warning disable CA1031 // The next tick may succeed, before the leases lapse.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogWorkerFault(fault, status);
            }
        }
    }

    [LoggerMessage(200, LogLevel.Error, "The worker for {Status} generations met a fault and goes on.")]
    private partial void LogWorkerFault(Exception fault, GenerationStatus status);

    [LoggerMessage(201, LogLevel.Error, "A step of {GenerationId} ({Status}) failed; it is tried again when its lease lapses.")]
    private partial void LogStepFault(Exception fault, string generationId, GenerationStatus status);
}

/// <summary>What a worker does with one leased generation.</summary>
internal interface IGenerationStep
{
    /// <summary>How many a node takes at the same time, at most.</summary>
    int MostAtOnce => 16;

    /// <summary>Completes when at least one may be taken; answers how many may, at most <paramref name="most"/>. By default as many as are wanted.</summary>
    Task<int> PlacesAsync(int most, CancellationToken cancellationToken) => Task.FromResult(most);

    Task TakeAsync(Generation generation, CancellationToken cancellationToken);
}
