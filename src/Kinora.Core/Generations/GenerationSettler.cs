using System.Collections.Concurrent;
using Kinora.Core.Callbacks;
using Kinora.Core.Catalog;
using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>The one place where news of a provider task is applied, whether by callback, poll or manual sync.</summary>
public sealed partial class GenerationSettler(
    GenerationStore store, ProviderPool providers, ModelCatalog catalog, Schedule schedule, TrafficReport report, TimeProvider time,
    ILogger<GenerationSettler> logger)
{
    private const int MostStrangeWords = 1000;
    private readonly ProviderFailures _failures = new(catalog);
    private readonly ConcurrentDictionary<(string Endpoint, string Word), bool> _strangeWords = new();

    /// <summary>A provider called back. The call is a hint: it makes the provider's record be read at once, and only that is believed.</summary>
    internal async Task<CallbackOutcome> CalledBackAsync(ProviderCallback callback, CancellationToken cancellationToken)
    {
        CrashPoint.Pass("callback.proven");
        var (outcome, work) = (CallbackOutcome.Foreign, default(GenerationWork?));
        try
        {
            await store.UpdateAsync(
                callback.GenerationId,
                current =>
                {
                    work ??= GenerationWork.Begin(logger, "generation callback", current);
                    (var change, outcome) = Hint(current, callback);
                    return change;
                },
                cancellationToken);
            CrashPoint.Pass("callback.noted");
            return outcome;
        }
        finally
        {
            work?.Span?.SetTag("kinora.callback.outcome", outcome.ToString().ToLowerInvariant());
            work?.Dispose();
        }
    }

    /// <summary>Reads the provider's record of a generation and applies what it says. The caller has a slot for the reading.</summary>
    internal Task ObserveAsync(Generation generation, CancellationToken cancellationToken) =>
        ReadAsync(generation, generation.Attempt?.CalledBack is true ? "callback" : "poll", cancellationToken);

    /// <summary>The same, and tells what was seen, or why nothing was.</summary>
    /// <param name="cause">What the history calls the reason for reading.</param>
    internal async Task<(Generation After, ProviderObservation? Seen, string? Fault)> ReadAsync(
        Generation generation, string cause, CancellationToken cancellationToken)
    {
        if (generation.Attempt?.ProviderTaskId is not { } taskId) return (generation, null, "it has named no task.");
        ProviderObservation? seen = null;
        string? fault = null;
        try
        {
            seen = await ProviderCall.ObserveAsync(providers.Of(generation), generation, taskId, time, cancellationToken);
            if (seen.IsUnknownWord) Note(generation, seen.Words);
        }
        catch (ProviderException failure)
        {
            LogNotObserved(generation.Id, fault = failure.Message);
        }

        CrashPoint.Pass("observe.read");
        using var settling = TraceContext.Begin("generation settle", generation)?.SetTag("kinora.settle.cause", cause);
        var before = generation;
        GenerationChange? applied = null;
        var after = await store.UpdateAsync(
            generation, current => applied = After(before = current, taskId, seen, cause), cancellationToken);
        if (applied is not null && seen is { State: ProviderTaskState.Succeeded, Outputs.Count: > 0 }) schedule.Learn(before, seen.Took);
        if (applied is not null) await report.SettledAsync(before, applied);
        CrashPoint.Pass("observe.settled");
        return (after ?? generation, seen, fault);
    }

    private (GenerationChange? Change, CallbackOutcome Outcome) Hint(Generation current, ProviderCallback callback)
    {
        var now = time.GetUtcNow();
        if (current.Attempt is not { } attempt || attempt.Id != callback.AttemptId || (attempt.ProviderTaskId ?? callback.TaskId) != callback.TaskId)
        {
            LogForeignTask(current.Id);
            return (null, CallbackOutcome.Foreign);
        }

        var change = attempt.ProviderTaskId is null
            ? current.Submitted(callback.AttemptId, callback.TaskId, now, now, "callback")
            : current.CalledBack(now);
        return (change, change is null ? CallbackOutcome.Duplicate : current.MaySucceedLate ? CallbackOutcome.Late : CallbackOutcome.Applied);
    }

    // Once for each word: a task may say it for hours.
    private void Note(Generation generation, string word)
    {
        if (_strangeWords.Count < MostStrangeWords && _strangeWords.TryAdd((generation.Endpoint, word), true))
            LogStrangeWord(generation.Endpoint, word, generation.Id);
    }

    private GenerationChange? After(Generation current, string taskId, ProviderObservation? seen, string cause)
    {
        var now = time.GetUtcNow();
        if (current.Attempt?.ProviderTaskId != taskId) return null;

        // A faster reading has ended the wait: what an older one says does not undo it.
        if (current.Status is not GenerationStatus.Running && !current.MaySucceedLate) return null;
        return seen?.State switch
        {
            ProviderTaskState.Succeeded when seen.Outputs.Count > 0 => current.ProviderSucceeded(seen, now, cause),
            ProviderTaskState.Failed when current.MaySucceedLate => current.StopLooking(now, seen.UpstreamCredits),
            ProviderTaskState.Failed => current.ProviderFailed(_failures.Of(current, seen), seen, now, cause),
            _ when current.MaySucceedLate => current.Tries < Schedule.MostLateLooks
                ? current.StillRunning(seen?.Progress, now, now + Schedule.LateLook(current.Tries + 1))
                : current.StopLooking(now),
            ProviderTaskState.Succeeded => EmptySuccess.Of(current, now),
            _ when now >= schedule.Deadline(current) =>
                current.GiveUp(TooLate, now, now + Schedule.LateLook(0), "deadline"),
            _ => current.StillRunning(seen?.Progress, now, schedule.NextPoll(current, seen is not null, now), told: seen is not null),
        };
    }

    private static readonly GenerationFailure TooLate = new(
        FailureCode.Deadline, "The provider did not finish in time. If it still does, the video is delivered and charged.", FailureBy.Provider);

    [LoggerMessage(220, LogLevel.Warning, "The provider could not be asked about {GenerationId} ({Reason}); it is asked again.")]
    private partial void LogNotObserved(string generationId, string reason);

    [LoggerMessage(221, LogLevel.Warning, "A callback for {GenerationId} names another provider task or an attempt that is over; it changes nothing.")]
    private partial void LogForeignTask(string generationId);

    [LoggerMessage(222, LogLevel.Warning, "Nobody knows the state \"{Word}\" of the provider's API {Endpoint}, first seen at {GenerationId}; such tasks are polled on.")]
    private partial void LogStrangeWord(string endpoint, string word, string generationId);
}

/// <summary>A call that has proven to come from a provider, as its address and body tell it.</summary>
/// <param name="TaskId">The provider's id, from the body.</param>
internal sealed record ProviderCallback(string GenerationId, string AttemptId, string TaskId);
