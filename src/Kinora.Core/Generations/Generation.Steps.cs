using Kinora.Core.Credits;
using Kinora.Core.Providers;

namespace Kinora.Core.Generations;

/// <content>The transitions.</content>
public sealed partial record Generation
{
    /// <summary>The acceptance: the new generation, its hold and its first line of history.</summary>
    public GenerationChange Accept(IdempotencyKey? key) => new()
    {
        Generation = this with { Held = Quote.Credits, DueAt = CreatedAt },
        Ledger = [LedgerEntry.Hold(AccountId, Id, Quote.Credits, CreatedAt) with { KeyId = KeyId }],
        History = Acceptance(),
        Idempotency = key,
    };

    /// <summary>The first line of its history, which is nowhere written down but in itself.</summary>
    internal HistoryEntry Acceptance() => new(CreatedAt, null, GenerationStatus.Queued, "accepted");

    /// <summary>Written down before the provider is asked. The lease is kept, so that the death of the asking process is noticed when it lapses.</summary>
    public GenerationChange? BeginSubmission(Attempt attempt, DateTimeOffset answerBy) =>
        Status is not GenerationStatus.Queued ? null : Move(GenerationStatus.Submitting, attempt.SubmittedAt, "dispatched") with
        {
            KeepsLease = true,
            Generation = Next(GenerationStatus.Submitting, attempt.SubmittedAt) with { Attempts = Attempts + 1, Attempt = attempt, DueAt = answerBy },
        };

    /// <summary>The provider took attempt <paramref name="attemptId"/>; told by its answer or, when that was lost, by its callback.</summary>
    public GenerationChange? Submitted(string attemptId, string providerTaskId, DateTimeOffset now, DateTimeOffset firstPoll, string cause)
    {
        if (Attempt?.Id != attemptId || Attempt.ProviderTaskId is not null) return null;
        var attempt = Attempt with { ProviderTaskId = providerTaskId, AnswerLost = false };
        if (MaySucceedLate)
            return Keep(now, this with { Attempt = attempt, DueAt = firstPoll, Tries = 0 }, cause, "the provider was heard of after the wait");
        return Status is not (GenerationStatus.Submitting or GenerationStatus.Queued) ? null : Move(GenerationStatus.Running, now, cause) with
        {
            Generation = Next(GenerationStatus.Running, now) with { Attempt = attempt, Waiting = null, StartedAt = now, DueAt = firstPoll },
        };
    }

    /// <summary>The provider was asked and its answer is lost. The generation waits for a callback; it is never sent again by itself.</summary>
    public GenerationChange? AnswerLost(string attemptId, string reason, DateTimeOffset now) =>
        Status is not GenerationStatus.Submitting || Attempt?.Id != attemptId || Attempt.AnswerLost
            ? null
            : Keep(now, this with { Attempt = Attempt with { AnswerLost = true }, DueAt = Attempt.GiveUpAt }, "answer_lost", reason);

    /// <summary>The provider was not reached or said "later": back into the line, if the attempt is the one that was refused.</summary>
    public GenerationChange? Requeue(string reason, DateTimeOffset now, DateTimeOffset again) =>
        Status is not (GenerationStatus.Submitting or GenerationStatus.Queued) ? null : Move(GenerationStatus.Queued, now, "requeued", reason) with
        {
            Generation = Next(GenerationStatus.Queued, now) with
            {
                DueAt = again, Waiting = new(reason, Waiting?.Since ?? now, (Waiting?.Tries ?? 0) + 1),
            },
        };

    /// <summary>Its account has as many at providers as it may: looked at again at <paramref name="again"/>, and told once.</summary>
    public GenerationChange? WaitForAccount(string reason, DateTimeOffset now, DateTimeOffset again) => Status is not GenerationStatus.Queued ? null
        : Waiting is { ForAccount: true } waiting && waiting.Reason == reason ? Quiet(now, this with { DueAt = again, Waiting = waiting with { Tries = waiting.Tries + 1 } })
        : Requeue(reason, now, again) is { Generation: var next } change ? change with { Generation = next with { Waiting = new(reason, now, 1) { ForAccount = true } } } : null;

    /// <summary>The provider will not make it, through no fault of the user's, and nothing runs there: the next one is asked, where there is one.</summary>
    public GenerationChange? TakeNextRoute(string reason, DateTimeOffset now)
    {
        if (OtherRoutes.Count == 0 || Status is not (GenerationStatus.Submitting or GenerationStatus.Queued)) return null;
        var next = OtherRoutes[0];
        return Move(GenerationStatus.Queued, now, "rerouted", $"{Provider}: {reason}") with
        {
            Generation = Next(GenerationStatus.Queued, now) with
            {
                Provider = next.Provider, Endpoint = next.Endpoint, WireModel = next.WireModel, WireInput = next.WireInput,
                OtherRoutes = [.. OtherRoutes.Skip(1)], Attempt = null, Waiting = null, DueAt = now,
            },
        };
    }

    /// <summary>The provider succeeded; its files are to be fetched.</summary>
    public GenerationChange? ProviderSucceeded(ProviderObservation seen, DateTimeOffset now, string cause)
    {
        if (MaySucceedLate && ProviderOutputs.Count == 0)
        {
            return Keep(now, this with { ProviderOutputs = seen.Outputs, UpstreamCredits = seen.UpstreamCredits, DueAt = now, Tries = 0 }, cause,
                "the provider succeeded after the wait");
        }

        return Status is not GenerationStatus.Running ? null : Move(GenerationStatus.Collecting, now, cause) with
        {
            Generation = Next(GenerationStatus.Collecting, now) with
            {
                ProviderOutputs = seen.Outputs, UpstreamCredits = seen.UpstreamCredits, Progress = null, DueAt = now,
            },
        };
    }

    /// <summary>Nothing final is known yet: look again at <paramref name="again"/>.</summary>
    /// <param name="told">Whether the provider said so, rather than nothing.</param>
    public GenerationChange? StillRunning(int? progress, DateTimeOffset now, DateTimeOffset again, bool told = true)
    {
        if (Attempt is null || Status is not GenerationStatus.Running && !MaySucceedLate) return null;
        var attempt = Attempt with { Polls = Attempt.Polls + 1, ReadAt = told ? now : Attempt.ReadAt };
        var next = this with { Attempt = attempt, Progress = progress ?? Progress, DueAt = again };
        return Quiet(now, MaySucceedLate ? next with { Tries = Tries + 1 } : next);
    }

    /// <summary>The provider called back: its record is to be read now, before those that are due by schedule only.</summary>
    public GenerationChange? CalledBack(DateTimeOffset now) =>
        Attempt is null || Status is not GenerationStatus.Running && !MaySucceedLate
            ? null
            : Quiet(now, this with { Attempt = Attempt with { CalledBack = true }, DueAt = CreatedAt, Tries = 0 });

    /// <summary>The provider failed as well, or is given up for good, after Kinora gave up waiting.</summary>
    public GenerationChange? StopLooking(DateTimeOffset now, decimal? upstreamCredits = null) => MaySucceedLate && DueAt is not null
        ? Quiet(now, this with { DueAt = null, StoredOutputs = [], UpstreamCredits = upstreamCredits ?? UpstreamCredits }) with { DroppedFiles = StoredFiles }
        : null;

    /// <summary>What is stored so far, and the addresses of the provider's files for the next try at collecting.</summary>
    public GenerationChange CollectAgain(IReadOnlyList<GenerationOutput> stored, IReadOnlyList<Uri> outputs, DateTimeOffset now, DateTimeOffset again) =>
        Quiet(now, this with { StoredOutputs = stored, ProviderOutputs = outputs, Tries = Tries + 1, DueAt = again }) with { KeptFiles = NewFiles(stored) };

    /// <summary>The provider calls it done and names no outputs: look again at <paramref name="again"/>.</summary>
    public GenerationChange? WithoutOutputs(DateTimeOffset now, DateTimeOffset again) =>
        Attempt is null || Status is not GenerationStatus.Running ? null : Quiet(now, this with
        {
            Attempt = Attempt with { Polls = Attempt.Polls + 1, EmptySince = Attempt.EmptySince ?? now }, DueAt = again,
        });

    /// <summary>The files are stored: the end, and the charge.</summary>
    public GenerationChange? Collected(IReadOnlyList<GenerationOutput> outputs, DateTimeOffset now)
    {
        if (Status is not GenerationStatus.Collecting && !(MaySucceedLate && ProviderOutputs.Count > 0)) return null;
        var late = Status is GenerationStatus.Failed;
        var charge = Quote.Meter?.Charge(Quote.Credits, outputs.Count == 0 ? 0 : outputs[0].Facts.DurationSeconds, UpstreamCredits) ?? Quote.Credits;
        var change = Move(GenerationStatus.Succeeded, now, late ? "late_success" : "collected");
        return change with
        {
            Generation = change.Generation with
            {
                Outputs = outputs, StoredOutputs = [], Failure = null, CompletedAt = now, DueAt = null, Progress = null,
                Captured = charge, Released = late ? Released : Held - charge, Held = 0,
            },
            Ledger = [LedgerEntry.Capture(AccountId, Id, Held, charge, now) with { KeyId = KeyId }],
            KeptFiles = NewFiles(outputs),

            // Of a twin that was slower: it had stored the first ones of its own.
            DroppedFiles = [.. StoredFiles.Except(outputs.SelectMany(output => output.Files))],
        };
    }

    /// <summary>Its files have been kept long enough; what is known of them stays.</summary>
    public GenerationChange? Expire(DateTimeOffset now) => Status is not GenerationStatus.Succeeded || ExpiredAt is not null || Outputs.Count == 0
        ? null
        : Keep(now, this with { ExpiredAt = now }, "expired", "Its files were deleted.") with { DroppedFiles = [.. Outputs.SelectMany(output => output.Files)] };

    /// <summary>Kinora stops waiting and gives the hold back, but still asks at <paramref name="again"/>: the video may be there after all.</summary>
    public GenerationChange? GiveUp(GenerationFailure failure, DateTimeOffset now, DateTimeOffset again, string cause) =>
        Fail(failure, now, cause) is { } change ? change with { Generation = change.Generation with { DueAt = again } } : null;

    /// <summary>The end without a result: the hold is released.</summary>
    public GenerationChange? Fail(GenerationFailure failure, DateTimeOffset now, string cause) =>
        IsFinal ? null : End(GenerationStatus.Failed, now, cause, failure.Message, failure);

    /// <summary>The provider failed. What it says that it charged all the same is kept, for the reckoning with it.</summary>
    public GenerationChange? ProviderFailed(GenerationFailure failure, ProviderObservation seen, DateTimeOffset now, string cause) =>
        Fail(failure, now, cause) is { } change ? change with { Generation = change.Generation with { UpstreamCredits = seen.UpstreamCredits } } : null;

    /// <summary>Withdrawn while it waits in line. Null once a provider was asked.</summary>
    public GenerationChange? Cancel(DateTimeOffset now) =>
        Status is GenerationStatus.Queued ? End(GenerationStatus.Canceled, now, "canceled", null, null) : null;

    /// <summary>The provider stopped the task when it was asked to: nothing is made any more.</summary>
    public GenerationChange? Stopped(string providerTaskId, DateTimeOffset now) =>
        Status is GenerationStatus.Running && Attempt?.ProviderTaskId == providerTaskId
            ? End(GenerationStatus.Canceled, now, "canceled", "The provider stopped it.", null)
            : null;

    private string[] StoredFiles => [.. StoredOutputs.SelectMany(output => output.Files)];

    private string[] NewFiles(IReadOnlyList<GenerationOutput> outputs) => [.. outputs.SelectMany(output => output.Files).Except(StoredFiles)];

    private GenerationChange End(GenerationStatus status, DateTimeOffset now, string cause, string? detail, GenerationFailure? failure)
    {
        var change = Move(status, now, cause, detail);
        return change with
        {
            Generation = change.Generation with
            {
                Failure = failure, StoredOutputs = [], CompletedAt = now, DueAt = null, Progress = null, Waiting = null, Released = Held, Held = 0,
            },
            DroppedFiles = StoredFiles,
            Ledger = [LedgerEntry.Release(AccountId, Id, Held, now) with { KeyId = KeyId }],
        };
    }

    private Generation Next(GenerationStatus status, DateTimeOffset now) =>
        this with { Version = Version + 1, Status = status, UpdatedAt = now, Tries = 0 };

    private GenerationChange Move(GenerationStatus to, DateTimeOffset now, string cause, string? detail = null) =>
        new() { Generation = Next(to, now), History = new(now, Status, to, cause, detail) };

    private GenerationChange Keep(DateTimeOffset now, Generation next, string cause, string detail) => new()
    {
        Generation = next with { Version = Version + 1, UpdatedAt = now },
        History = new(now, Status, Status, cause, detail),
    };

    private GenerationChange Quiet(DateTimeOffset now, Generation next) =>
        new() { Generation = next with { Version = Version + 1, UpdatedAt = now } };
}
