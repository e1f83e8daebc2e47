using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>The takes of a group's items, newest first, without those in the bin.</summary>
/// <param name="takes">Each with the item that it was made for, or chosen for.</param>
public sealed class GroupTakes(IEnumerable<(string ItemId, Generation Take)> takes)
{
    private readonly ILookup<string, Generation> _byItem = takes.DistinctBy(one => (one.ItemId, one.Take.Id)).OrderByDescending(one => one.Take.Id, StringComparer.Ordinal)
        .ToLookup(one => one.ItemId, one => one.Take, StringComparer.Ordinal);

    public IEnumerable<Generation> Of(GroupItem item) => _byItem[item.Id];

    /// <summary>The take that counts for the item: the chosen one, else the newest that is finished; null where none is.</summary>
    public Generation? Counting(GroupItem item) =>
        Of(item).FirstOrDefault(take => take.Id == item.Chosen && IsFinished(take)) ?? Of(item).FirstOrDefault(IsFinished);

    /// <summary>Whether it has a take that is finished or on its way.</summary>
    public bool HasOne(GroupItem item) => Of(item).Any(take => IsFinished(take) || !take.IsFinal);

    /// <summary>How the item stands: finished where a take counts for it, else as its newest take does; null for a draft.</summary>
    public GenerationStatus? StatusOf(GroupItem item) => (Counting(item) ?? Of(item).FirstOrDefault())?.Status;

    private static bool IsFinished(Generation take) => take.Status is GenerationStatus.Succeeded;
}
