using System.Security.Cryptography;
using Kinora.Core.Assets;
using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>Submits queued generations: media first, then the written-down attempt, then the one call.</summary>
internal sealed partial class GenerationDispatcher(
    GenerationStore store, AccountPlaces places, AccountDoor door, AccountStandings standings, ProviderMedia media,
    CallbackAddresses callbacks, Schedule schedule, ProviderFailures failures,
    TrafficReport report, TimeProvider time, ILogger<GenerationDispatcher> logger) : IGenerationStep
{
    private const int MostBusyTries = 3;

    /// <summary>Who would have to wait longer for the provider's budget goes to the next provider, where there is one.</summary>
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(30);

    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        CrashPoint.Pass("dispatch.claimed");
        if (await places.FullAtAsync(generation.AccountId, cancellationToken) is { } most)
        {
            await PutOffAsync(generation, most, cancellationToken);
            return;
        }

        // That it waited for its own account says nothing of how long a provider has kept it waiting.
        if (generation.Waiting is { ForAccount: true }) generation = generation with { Waiting = null };
        var take = generation.Input.Source is { } source ? await store.FindAsync(source, cancellationToken) : null;
        switch (await door.EnterAsync(generation, take, cancellationToken))
        {
            case Entry.Open open:
                await EnteredAsync(generation, take, open, cancellationToken);
                break;
            case Entry.Closed closed when !await MovedAsync(generation, closed.Reason, cancellationToken):
                await LaterAsync(generation, closed.Reason, FailureBy.Kinora, cancellationToken, forAPlace: closed.IsFull);
                break;
        }
    }

    private async Task EnteredAsync(Generation generation, Generation? take, Entry.Open entry, CancellationToken cancellationToken)
    {
        var (provider, outcome) = (entry.Provider, default(SubmissionOutcome));
        try
        {
            var line = provider.SubmissionWait;
            if (line > LongestLine && await MovedAsync(generation, $"its line is {line.TotalSeconds:0} s long", cancellationToken)) return;
            if (await HandOverAsync(generation, take, provider, cancellationToken) is not { } handed) return;
            CrashPoint.Pass("dispatch.handed-over");
            await provider.SubmissionSlotAsync(cancellationToken);
            if (await SubmitAsync(generation, provider, handed, cancellationToken) is not (var attemptId, var answer)) return;
            outcome = answer;
            await KeepAsync(generation.Id, attemptId, answer, cancellationToken);
            CrashPoint.Pass("dispatch.kept");
        }
        finally
        {
            // Of what nobody knows, the place lapses in its own time, and the money counts as spent.
            if (outcome is null or SubmissionOutcome.Refused) await door.LeaveAsync(generation, entry, CancellationToken.None);
            else if (outcome is SubmissionOutcome.Accepted) await door.StayAsync(generation, entry, CancellationToken.None);
            await report.SubmittedAsync(generation, provider.Account, outcome, entry.IsTrial);
        }
    }

    /// <returns>Null when it could not be done, which is committed.</returns>
    private async Task<HandedOver?> HandOverAsync(Generation generation, Generation? take, IGenerationProvider provider, CancellationToken cancellationToken)
    {
        try
        {
            return await media.HandOverAsync(generation, take, provider, cancellationToken);
        }
        catch (InputGoneException gone)
        {
            var failure = new GenerationFailure(FailureCode.InputGone, gone.Message, FailureBy.User);
            await store.UpdateAsync(
                generation.Id, current => current.Version == generation.Version ? current.Fail(failure, time.GetUtcNow(), "input_gone") : null, cancellationToken);
        }
        catch (Exception fault) when (fault is ProviderException or IOException)
        {
            await LaterAsync(generation, fault.Message, fault is IOException ? FailureBy.Kinora : FailureBy.Provider, cancellationToken);
        }

        return null;
    }

    /// <returns>Null when somebody else moved the generation on first.</returns>
    private async Task<(string AttemptId, SubmissionOutcome Outcome)?> SubmitAsync(
        Generation generation, IGenerationProvider provider, HandedOver handed, CancellationToken cancellationToken)
    {
        var attemptId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var callback = callbacks.For(provider.Origin) is { } server
            ? provider.CallbackAddress(server, generation.Endpoint, callbacks.Query(generation.Id, attemptId))
            : null;
        var now = time.GetUtcNow();
        var begun = generation.BeginSubmission(
            new() { Id = attemptId, Account = provider.Account, SubmittedAt = now, GiveUpAt = now + schedule.OutcomeWait(generation), CallbackExpected = callback is not null },
            now + Schedule.AnswerWait);
        if (begun is null) return null;
        var committed = (await store.CommitAsync([begun with { LimitsOfUsers = places.OfUsers }], cancellationToken))[0];
        if (committed.Outcome is CommitOutcome.AccountIsFull) await PutOffAsync(generation, committed.Available, cancellationToken);
        if (committed.Outcome is not CommitOutcome.Applied) return null;

        // From here on the provider may have it: nothing below may lead to a second submission unless the provider said no.
        // A stop of the server does not cut the call off either: it would turn a known outcome into an unknown one.
        CrashPoint.Pass("dispatch.written");
        var input = WireMedia.Exchange(generation.WireInput, handed.Names);
        var submission = new ProviderSubmission(generation.Endpoint, generation.WireModel, input, callback) { Files = handed.Files };
        using var call = new ProviderCall(provider, "submit", generation, time);
        var outcome = call.Answered(await provider.SubmitAsync(submission, CancellationToken.None));
        CrashPoint.Pass("dispatch.answered");
        return (attemptId, outcome is SubmissionOutcome.Refused refused ? await HeedAsync(refused, provider, handed) : outcome);
    }

    private async Task<SubmissionOutcome> HeedAsync(SubmissionOutcome.Refused refused, IGenerationProvider provider, HandedOver handed)
    {
        if (refused.Account is { } state)
        {
            standings.Doubt(provider.Account, state, refused.Message);
            return refused;
        }

        // Where nothing was given again, the file itself is the reason.
        return refused with { MissesInput = refused.MissesInput && await media.ForgetAsync(handed, provider.Account, CancellationToken.None) };
    }

    // The answer is known nowhere else: while the disk is full it is kept in hand, until it can be written or the server stops.
    private async Task KeepAsync(string id, string attemptId, SubmissionOutcome outcome, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await store.UpdateAsync(id, current => After(current, attemptId, outcome), CancellationToken.None);
                return;
            }
#pragma warning disable CA1031 // Whatever keeps the store from writing, giving up loses what the provider was paid for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNotWritten(fault, id, tries);
                await Task.Delay(Schedule.Backoff(tries), time, cancellationToken);
            }
        }
    }

    private GenerationChange? After(Generation current, string attemptId, SubmissionOutcome outcome)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case SubmissionOutcome.Accepted accepted:
                return current.Submitted(attemptId, accepted.TaskId, now, schedule.FirstPoll(current, now), "answered");
            case SubmissionOutcome.Unknown unknown:
                LogAnswerLost(current.Id, unknown.Reason);
                return current.AnswerLost(attemptId, unknown.Reason, now);
            case SubmissionOutcome.Refused refused when current.Attempt?.Id != attemptId || current.Status is not GenerationStatus.Submitting:
                LogLateRefusal(current.Id, refused.Code);
                return null;
            case SubmissionOutcome.Refused refused:
                return Refused(current, refused, now);
            default:
                return null;
        }
    }

    private async Task PutOffAsync(Generation generation, long most, CancellationToken cancellationToken)
    {
        if (AccountPlaces.PutOff(generation, most, time.GetUtcNow()) is { } change) await store.TryCommitAsync(change, cancellationToken);
    }

    private async Task<bool> MovedAsync(Generation generation, string reason, CancellationToken cancellationToken) =>
        generation.TakeNextRoute(reason, time.GetUtcNow()) is { } change && await store.TryCommitAsync(change, cancellationToken);

    private GenerationChange? Refused(Generation current, SubmissionOutcome.Refused refused, DateTimeOffset now)
    {
        if (refused.MissesInput || (refused.Account is not null && MayWait(current, now) && door.HasOther(current))) return current.Requeue(refused.Message, now, now);

        // What one moderation declines is not carried to the next provider, and what the user got wrong is wrong there too.
        var failure = failures.Of(current, refused);
        var isFinal = failure.By is FailureBy.User || failure.Code is FailureCode.Moderated;
        if (refused.Retryable && failure.Code is not FailureCode.Moderated && MayWait(current, now) && !IsWorthMoving(current))
            return current.Requeue(refused.Message, now, now + Schedule.Later(Tries(current), refused.RetryAfter));
        return (isFinal ? null : current.TakeNextRoute(refused.Message, now)) ?? current.Fail(failure, now, "refused");
    }

    /// <param name="forAPlace">Whether it waits for others of ours to end, which is no reason to give it up.</param>
    private async Task LaterAsync(Generation generation, string reason, FailureBy by, CancellationToken cancellationToken, bool forAPlace = false)
    {
        LogNotReached(generation.Id, reason);
        var now = time.GetUtcNow();
        if (IsWorthMoving(generation) && await MovedAsync(generation, reason, cancellationToken)) return;
        var change = forAPlace || MayWait(generation, now)
            ? generation.Requeue(reason, now, now + Schedule.Later(Tries(generation), asked: null))
            : generation.Fail(new(FailureCode.ProviderUnreachable, reason, by), now, "unreachable");
        if (change is not null) await store.TryCommitAsync(change, cancellationToken);
    }

    // A provider that is busy is asked a few times more before another one is.
    private static bool IsWorthMoving(Generation generation) => generation.OtherRoutes.Count > 0 && Tries(generation) > MostBusyTries;

    private static bool MayWait(Generation generation, DateTimeOffset now) => now - (generation.Waiting?.Since ?? now) < Schedule.BusyPatience;

    private static int Tries(Generation generation) => (generation.Waiting?.Tries ?? 0) + 1;

    [LoggerMessage(210, LogLevel.Warning, "The answer to the submission of {GenerationId} is lost ({Reason}); it is not sent again.")]
    private partial void LogAnswerLost(string generationId, string reason);

    [LoggerMessage(211, LogLevel.Warning, "{GenerationId} could not be handed over to the provider now ({Reason}).")]
    private partial void LogNotReached(string generationId, string reason);

    [LoggerMessage(212, LogLevel.Warning, "A refusal ({Code}) of {GenerationId} came when it had moved on; it changes nothing.")]
    private partial void LogLateRefusal(string generationId, string code);

    [LoggerMessage(213, LogLevel.Error, "The answer to the submission of {GenerationId} could not be written down (try {Tries}); it is tried again.")]
    private partial void LogNotWritten(Exception fault, string generationId, int tries);
}
