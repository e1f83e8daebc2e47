using Kinora.Core.Catalog;

namespace Kinora.Core.Generations;

/// <summary>What came of a request.</summary>
public abstract record AcceptResult
{
    private AcceptResult() { }

    /// <summary>It is committed. <paramref name="Replayed"/>: by an earlier request with the same idempotency key.</summary>
    public sealed record Accepted(Generation Generation, bool Replayed) : AcceptResult
    {
        /// <summary>What the person should hear, though it was no reason to refuse; none for a replay.</summary>
        public IReadOnlyList<InputWarning> Warnings { get; init; } = [];
    }

    /// <summary>The form has faults; nothing was created.</summary>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : AcceptResult;

    /// <summary>The account cannot pay; nothing was created.</summary>
    public sealed record InsufficientCredits(long Needed, long Available) : AcceptResult;

    /// <summary>The idempotency key was used with another body; nothing was created.</summary>
    public sealed record KeyConflict(string ExistingId) : AcceptResult;
}
