using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>What the drafts of a group would cost.</summary>
public sealed class GroupQuotes(RoughPlanner planner)
{
    // In the place of a frame that is still to be made. What is not known of a file is priced at its dearest.
    private const string FrameToCome = "asset_to_come";

    /// <summary>The credits that each item would hold, by its id. Items that have a take, and requests with faults, are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(GenerationGroup group, GroupTakes takes, CancellationToken cancellationToken)
    {
        var credits = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in group.Items.Where(item => !takes.HasOne(item)))
        {
            var form = item.Continues ? item.Request with { FirstFrame = FrameToCome } : item.Request;
            if (await planner.PlanAsync(group.AccountId, form, cancellationToken) is { Plan: { } plan }) credits[item.Id] = plan.Quote.Credits;
        }

        return credits;
    }
}
