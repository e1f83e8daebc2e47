using Kinora.Core.Catalog;

namespace Kinora.Core.Joins;

/// <summary>What came of a request for a join.</summary>
public abstract record JoinResult
{
    private JoinResult() { }

    /// <summary>It is committed. <paramref name="Replayed"/>: by an earlier request with the same idempotency key.</summary>
    public sealed record Accepted(Join Join, bool Replayed) : JoinResult;

    /// <summary>The form has faults; nothing was created.</summary>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : JoinResult;

    /// <summary>The account has as many waiting as it may; nothing was created.</summary>
    public sealed record TooMany : JoinResult;

    /// <summary>The idempotency key was used with another form; nothing was created.</summary>
    public sealed record KeyConflict : JoinResult;
}
