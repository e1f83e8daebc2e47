using Kinora.Core.Catalog;

namespace Kinora.Core.Generations;

/// <summary>What came of a request, or of several that were sent together.</summary>
public abstract record AcceptResult
{
    private AcceptResult() { }

    /// <summary>Each is committed, in the order of the request. <paramref name="Replayed"/>: by an earlier request with the same idempotency key.</summary>
    public sealed record Accepted(IReadOnlyList<AcceptedGeneration> Items, bool Replayed) : AcceptResult;

    /// <summary>The forms have faults; nothing was created.</summary>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : AcceptResult;

    /// <summary>The account cannot pay; nothing was created.</summary>
    public sealed record InsufficientCredits(long Needed, long Available) : AcceptResult;

    /// <summary>The key may not spend as much; nothing was created.</summary>
    /// <param name="Left">What it may spend now: what is left of its day, or of its credits in all.</param>
    public sealed record KeyCapReached(long Needed, long Left) : AcceptResult;

    /// <summary>The account may make no more today; nothing was created.</summary>
    /// <param name="Limit">Generations a day.</param>
    /// <param name="Wait">Until the next day begins.</param>
    public sealed record DayIsFull(long Limit, TimeSpan Wait) : AcceptResult;

    /// <summary>It costs more than the caller wants to spend; nothing was created.</summary>
    public sealed record AboveMaxCredits(long Needed, long Max) : AcceptResult;

    /// <summary>Nobody makes the model now; nothing was created.</summary>
    /// <param name="Since">Null where nobody knows.</param>
    public sealed record ModelDown(string Model, string Reason, DateTimeOffset? Since) : AcceptResult;

    /// <summary>The idempotency key was used with another body; nothing was created.</summary>
    public sealed record KeyConflict(string ExistingId) : AcceptResult;
}

/// <summary>One generation of an accepted request.</summary>
/// <param name="Warnings">What the person should hear, though it was no reason to refuse; none for a replay.</param>
public sealed record AcceptedGeneration(Generation Generation, IReadOnlyList<InputWarning> Warnings);
