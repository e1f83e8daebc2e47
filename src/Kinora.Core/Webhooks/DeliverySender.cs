using System.Collections.Concurrent;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Webhooks;

/// <summary>Posts what is due. A receiver may hear the same thing twice, when a node dies before it has noted an answer, but never nothing.</summary>
/// <remarks>Each lane and each account has a few places, so that a receiver that takes its time holds up nobody else.</remarks>
internal sealed partial class DeliverySender(DeliveryStore deliveries, DeliveryPost post, WorkSignals signals, ILogger<DeliverySender> logger)
{
    private const int AtOnce = 64, AtOnceOfAccount = 16, AtOnceInLane = 4;

    /// <summary>Longer than a try.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Delivery, Task> _running = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Begins to post what is due, as far as there are places, and answers how long it is until more falls due; null for nothing. Each end of a try wakes the
    /// worker for what is left.
    /// </summary>
    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        // A look that writes nothing, as it mostly finds nothing.
        foreach (var (lane, account) in await deliveries.DueLanesAsync(cancellationToken))
        {
            var running = _running.Keys;
            var places = Math.Min(
                AtOnce - running.Count, Math.Min(AtOnceOfAccount - running.Count(one => one.AccountId == account), AtOnceInLane - running.Count(one => one.Lane == lane)));
            if (places <= 0) continue;
            foreach (var delivery in await deliveries.ClaimAsync(lane, Lease, places, cancellationToken))
            {
                var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _running[delivery] = DeliverAsync(delivery, begin.Task, cancellationToken);
                begin.SetResult();
            }
        }

        return await deliveries.UntilNextAsync(cancellationToken);
    }

    /// <summary>Completes when nothing is being posted.</summary>
    public Task IdleAsync() => Task.WhenAll(_running.Values);

    // Listed before it runs: one that ended first would stay listed for ever.
    private async Task DeliverAsync(Delivery delivery, Task begin, CancellationToken cancellationToken)
    {
        await begin;
        try
        {
            var outcome = await post.SendAsync(delivery, cancellationToken);
            KinoraTelemetry.Posted(outcome.Taken ? "taken" : outcome.Again is null ? "given_up" : "later");
            await deliveries.NoteAsync(outcome, cancellationToken);
            if (outcome is { Again: null, Taken: false }) LogGivenUp(delivery.Id, delivery.GenerationId, FetchRules.Host(delivery.Url), outcome.Try.Answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: the lease lapses, and somebody posts it again.
        }
#pragma warning disable CA1031 // As above, and the others are not to suffer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, delivery.Id);
        }
        finally
        {
            _running.TryRemove(delivery, out _);
            signals.Pulse(WorkKind.Deliver);
        }
    }

    [LoggerMessage(321, LogLevel.Warning, "Delivery {Id} about {GenerationId} to {Host} is given up: {Answer}")]
    private partial void LogGivenUp(string id, string? generationId, string host, string answer);

    [LoggerMessage(322, LogLevel.Error, "Delivery {Id} met a fault; it is tried again when its lease lapses.")]
    private partial void LogFault(Exception fault, string id);
}
