using Kinora.Core.Catalog;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>The one place where news of a provider task is applied, whether by callback, poll or manual sync.</summary>
public sealed partial class GenerationSettler(
    GenerationStore store, IGenerationProvider provider, CallbackAddresses callbacks, ModelCatalog catalog, Schedule schedule, TimeProvider time,
    ILogger<GenerationSettler> logger)
{
    private readonly ProviderFailures _failures = new(catalog);

    /// <summary>A provider called back. The call is a hint: it makes the provider's record be read at once, and only that is believed.</summary>
    /// <returns>False when the call does not prove that it belongs to one of our attempts.</returns>
    public async Task<bool> CalledBackAsync(ProviderCallback callback, CancellationToken cancellationToken)
    {
        if (!callbacks.Proves(callback.Token, callback.GenerationId, callback.AttemptId)) return false;
        CrashPoint.Pass("callback.proven");
        await store.UpdateAsync(callback.GenerationId, current => Hint(current, callback), cancellationToken);
        CrashPoint.Pass("callback.noted");
        return true;
    }

    /// <summary>Reads the provider's record of a generation and applies what it says. The caller has a slot for the reading.</summary>
    internal async Task ObserveAsync(Generation generation, CancellationToken cancellationToken)
    {
        if (generation.Attempt?.ProviderTaskId is not { } taskId) return;
        ProviderObservation? seen = null;
        try
        {
            seen = await provider.ObserveAsync(generation.Endpoint, taskId, cancellationToken);
        }
        catch (ProviderException fault)
        {
            LogNotObserved(generation.Id, fault.Message);
        }

        CrashPoint.Pass("observe.read");
        var (before, applied) = (generation, false);
        await store.UpdateAsync(
            generation.Id,
            current =>
            {
                var change = After(current, taskId, seen);
                (before, applied) = (current, change is not null);
                return change;
            },
            cancellationToken);
        if (applied && seen is { State: ProviderTaskState.Succeeded, Outputs.Count: > 0 }) schedule.Learn(before, seen.Took);
        CrashPoint.Pass("observe.settled");
    }

    private GenerationChange? Hint(Generation current, ProviderCallback callback)
    {
        var now = time.GetUtcNow();
        if (current.Attempt?.Id != callback.AttemptId) return null;
        if (current.Attempt.ProviderTaskId is null) return current.Submitted(callback.AttemptId, callback.TaskId, now, now, "callback");
        if (current.Attempt.ProviderTaskId == callback.TaskId) return current.CalledBack(now);
        LogForeignTask(current.Id);
        return null;
    }

    private GenerationChange? After(Generation current, string taskId, ProviderObservation? seen)
    {
        var now = time.GetUtcNow();
        if (current.Attempt?.ProviderTaskId != taskId) return null;
        var cause = current.Attempt.CalledBack ? "callback" : "poll";
        return seen?.State switch
        {
            ProviderTaskState.Succeeded when seen.Outputs.Count > 0 => current.ProviderSucceeded(seen, now, cause),
            ProviderTaskState.Failed when current.MaySucceedLate => current.StopLooking(now),
            ProviderTaskState.Failed => current.Fail(_failures.Of(current, seen), now, cause),
            _ when current.MaySucceedLate => current.Tries < Schedule.MostLateLooks
                ? current.StillRunning(seen?.Progress, now, now + Schedule.LateLook(current.Tries + 1))
                : current.StopLooking(now),
            ProviderTaskState.Succeeded => EmptySuccess.Of(current, now),
            _ when now >= schedule.Deadline(current) && current.Status is GenerationStatus.Running =>
                current.GiveUp(TooLate, now, now + Schedule.LateLook(0), "deadline"),
            _ => current.StillRunning(seen?.Progress, now, schedule.NextPoll(current, seen is not null, now), told: seen is not null),
        };
    }

    private static readonly GenerationFailure TooLate = new(
        FailureCode.Deadline, "The provider did not finish in time. If it still does, the video is delivered and charged.", FailureBy.Provider);

    [LoggerMessage(220, LogLevel.Warning, "The provider could not be asked about {GenerationId} ({Reason}); it is asked again.")]
    private partial void LogNotObserved(string generationId, string reason);

    [LoggerMessage(221, LogLevel.Warning, "A callback for {GenerationId} names another provider task; it changes nothing.")]
    private partial void LogForeignTask(string generationId);
}

/// <summary>A call from a provider, as its address and body tell it.</summary>
/// <param name="Token">The keyed proof that was part of the callback address.</param>
/// <param name="TaskId">The provider's id, from the body.</param>
public sealed record ProviderCallback(string GenerationId, string AttemptId, string Token, string TaskId);
