using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Groups;

/// <summary>Makes and changes groups. Nothing is accepted or charged by it.</summary>
public sealed class GroupEditor(GroupStore groups, GenerationStore store, TimeProvider time)
{
    public async Task<GroupResult> CreateAsync(
        string accountId, GroupKind kind, string name, IReadOnlyList<GroupItemDraft> items, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var empty = new GenerationGroup { Id = "grp_" + Guid.CreateVersion7(now).ToString("N"), AccountId = accountId, Kind = kind, Name = name.Trim(), CreatedAt = now };
        var (group, faults) = await FilledAsync(empty, name, items, cancellationToken);
        if (faults.Count > 0) return new GroupResult.Invalid(faults);
        return await groups.AddAsync(group, cancellationToken) ? new GroupResult.Saved(group) : new GroupResult.TooMany();
    }

    /// <summary>Changes the group that was read at this version.</summary>
    /// <param name="name">Null to leave it.</param>
    /// <param name="items">In place of those that it has, in this order; null to leave them.</param>
    public async Task<GroupResult> ChangeAsync(
        string accountId, string id, int version, string? name, IReadOnlyList<GroupItemDraft>? items, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(accountId, id, cancellationToken) is not { } before) return new GroupResult.Unknown();
        if (before.Version != version) return new GroupResult.Outdated(before.Version);
        var (group, faults) = await FilledAsync(before with { Version = version + 1, Name = (name ?? before.Name).Trim() }, name ?? before.Name, items, cancellationToken);
        if (faults.Count > 0) return new GroupResult.Invalid(faults);
        if (await groups.ChangeAsync(group, cancellationToken)) return new GroupResult.Saved(group);
        return await groups.FindAsync(accountId, id, cancellationToken) is { } newer ? new GroupResult.Outdated(newer.Version) : new GroupResult.Unknown();
    }

    private async Task<(GenerationGroup Group, IReadOnlyList<InputFault> Faults)> FilledAsync(
        GenerationGroup group, string name, IReadOnlyList<GroupItemDraft>? items, CancellationToken cancellationToken)
    {
        var faults = new List<InputFault>();
        if (GroupDrafting.NameFault(name) is { } unnamed) faults.Add(unnamed);
        if (items is null) return (group, faults);
        var (filled, wrong) = group.WithItems(items);
        faults.AddRange(wrong);
        foreach (var (index, draft) in items.Index())
        {
            if (draft.Chosen is { } chosen and not GroupItemDraft.Newest && !await IsTakeAsync(group.AccountId, chosen, cancellationToken))
                faults.Add(new($"items[{index}].chosen", "Choose a finished take of yours, or newest.", JsonValue.Create(GivenValue.Shorten(chosen))));
        }

        return (filled, faults);
    }

    private async Task<bool> IsTakeAsync(string accountId, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { Status: GenerationStatus.Succeeded, Marks.DeletedAt: null } take && take.AccountId == accountId;
}
