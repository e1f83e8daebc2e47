namespace Kinora.Core.Generations;

/// <summary>What came of the wish to withdraw a generation.</summary>
public abstract record CancelResult
{
    private CancelResult() { }

    /// <summary>It is canceled, be it by this call or before.</summary>
    public sealed record Canceled(Generation Generation) : CancelResult;

    /// <summary>It goes on, or has ended.</summary>
    /// <param name="Reason">Why, and what will happen, for people.</param>
    public sealed record Refused(Generation Generation, string Reason) : CancelResult;
}
