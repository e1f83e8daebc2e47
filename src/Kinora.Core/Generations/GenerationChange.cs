using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>One step of one generation with all that belongs to it; applied whole or not at all.</summary>
public sealed record GenerationChange
{
    private string? _document;

    /// <summary>The state to write. Its version is one above the one that it replaces; version 1 is new.</summary>
    public required Generation Generation
    {
        get;
        init => (field, _document) = (value, null);
    }

    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Null for bookkeeping that no one needs to be told.</summary>
    public HistoryEntry? History { get; init; }

    /// <summary>Whether whoever leased the generation goes on with it: should it die, the next one sees the new state when the lease lapses.</summary>
    public bool KeepsLease { get; init; }

    /// <summary>For a new generation only.</summary>
    public IdempotencyKey? Idempotency { get; init; }

    /// <summary>What accounts of role user are held to that have no limits of their own; null for nothing. Looked at by an acceptance and by a submission.</summary>
    public AccountLimits? LimitsOfUsers { get; init; }

    /// <summary>Keys of loose files that the generation refers to from now on.</summary>
    public IReadOnlyList<string> KeptFiles { get; init; } = [];

    /// <summary>Keys of files that it no longer refers to; they are swept.</summary>
    public IReadOnlyList<string> DroppedFiles { get; init; } = [];

    /// <summary>The state as it is kept. Who hands a change in makes it, so that the one writer, for whom all wait, need not.</summary>
    internal string Document => _document ??= Generation.Column();
}

/// <summary>A caller's key for one request; the same key and body mean the same generation.</summary>
/// <param name="BodyHash">SHA-256 of the request in a canonical form.</param>
public sealed record IdempotencyKey(string Key, string BodyHash);

/// <summary>One change of state.</summary>
/// <param name="Cause">accepted, dispatched, answered, answer_lost, callback, poll, collected, …</param>
public sealed record HistoryEntry(DateTimeOffset At, GenerationStatus? From, GenerationStatus To, string Cause, string? Detail = null);

/// <summary>What became of a change.</summary>
public enum CommitOutcome
{
    /// <summary>It is durable.</summary>
    Applied,

    /// <summary>The generation has moved on since it was read, or a file to keep was swept: read again and decide again.</summary>
    Conflict,

    /// <summary>The account cannot pay.</summary>
    InsufficientCredits,

    /// <summary>The key may not spend as much; <see cref="CommitResult.Available"/> tells how much it may.</summary>
    KeyCapReached,

    /// <summary>As many generations of the account were accepted today as may be, which is <see cref="CommitResult.Available"/>.</summary>
    DayIsFull,

    /// <summary>As many generations of the account are at providers as may be, which is <see cref="CommitResult.Available"/>: the submission is to wait.</summary>
    AccountIsFull,

    /// <summary>The idempotency key is taken; <see cref="CommitResult.ExistingId"/> and <see cref="CommitResult.SameBody"/> tell by what.</summary>
    KeyTaken,

    /// <summary>It would have been applied, but belonged together with another that was not.</summary>
    Withdrawn,
}

/// <summary>The result of one change.</summary>
/// <param name="Available">For <see cref="CommitOutcome.InsufficientCredits"/>: what could have been spent; for caps and limits as their outcomes say.</param>
/// <param name="ExistingId">For <see cref="CommitOutcome.KeyTaken"/>: the generation that the key made.</param>
public readonly record struct CommitResult(CommitOutcome Outcome, long Available = 0, string? ExistingId = null, bool SameBody = false);
