using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>Which takes are to be made of a group.</summary>
/// <param name="Items">The ids of 1 to 100 items; null for all that have no take and can be made now.</param>
/// <param name="MaxCredits">The most that all together may hold; null for what the account has.</param>
public sealed record GroupOrder(IReadOnlyList<string>? Items, long? MaxCredits);

/// <summary>What came of an order.</summary>
public abstract record GroupOrderResult
{
    private GroupOrderResult() { }

    /// <param name="Waiting">Items that were left out because they continue one that has no finished take yet; none in a replay.</param>
    public sealed record Answered(AcceptResult Result, IReadOnlyList<string> Waiting) : GroupOrderResult;

    /// <summary>There is nothing to make; the reason is fit for the user.</summary>
    public sealed record Nothing(string Reason) : GroupOrderResult;

    /// <summary>The account has no such group.</summary>
    public sealed record Unknown : GroupOrderResult;
}
