using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Groups;

/// <summary>Makes items of drafts, and says what is wrong with them. Pure; whether a chosen take is one is looked up by <see cref="GroupEditor"/>.</summary>
internal static class GroupDrafting
{
    private const int LeastCompared = 2, MostCompared = 4;

    /// <summary>The group with these items in place of those that it has, or every fault.</summary>
    public static (GenerationGroup Group, IReadOnlyList<InputFault> Faults) WithItems(this GenerationGroup group, IReadOnlyList<GroupItemDraft> drafts)
    {
        var (faults, items, last) = (new List<InputFault>(), new List<GroupItem>(), group.LastItem);
        if (CountFault(group.Kind, drafts.Count) is { } count) return (group, [count]);
        foreach (var (index, draft) in drafts.Index())
        {
            var field = $"items[{index}]";
            if (draft.Id is { } id && !IsKnown(group, id))
                faults.Add(new(field + ".id", "The group never had an item with this id. Leave the id out for a new one.", Given(id)));
            else if (draft.Id is not null && items.Exists(item => item.Id == draft.Id))
                faults.Add(new(field + ".id", "The item is given twice.", Given(draft.Id)));
            else if ((draft.Request ?? group.Find(draft.Id)?.Request) is not { } request)
                faults.Add(new(field + ".request", "A new item needs a request."));
            else
                items.Add(Item(draft, draft.Id ?? "i" + (++last).ToString(CultureInfo.InvariantCulture), request, group.Find(draft.Id)));
        }

        faults.AddRange(KindFaults(group.Kind, items));
        return (group with { Items = items, LastItem = last }, faults);
    }

    public static GroupItem? Find(this GenerationGroup group, string? id) => id is null ? null : group.Items.FirstOrDefault(item => item.Id == id);

    public static InputFault? NameFault(string? name) =>
        name?.Trim() is { Length: >= 1 and <= GenerationGroup.LongestName } trimmed && !trimmed.Any(char.IsControl)
            ? null
            : new("name", $"name must have 1 to {GenerationGroup.LongestName} characters on one line.", name is null ? null : Given(name));

    private static GroupItem Item(GroupItemDraft draft, string id, GenerationInput request, GroupItem? before) => new(
        id, request, draft.Continues ?? before?.Continues ?? false, draft.Chosen is GroupItemDraft.Newest ? null : draft.Chosen ?? before?.Chosen);

    // An item that was taken out can be had back, and its takes with it.
    private static bool IsKnown(GenerationGroup group, string id) =>
        id.StartsWith('i') && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= group.LastItem && id == "i" + number.ToString(CultureInfo.InvariantCulture);

    private static InputFault? CountFault(GroupKind kind, int count) => kind is GroupKind.Compare
        ? count is >= LeastCompared and <= MostCompared ? null : new("items", "A comparison has 2 to 4 items.", count, ["2 to 4"])
        : count <= GenerationGroup.MostItems ? null : new("items", $"A group may have {GenerationGroup.MostItems} items.", count, ["0 to 100"]);

    private static IEnumerable<InputFault> KindFaults(GroupKind kind, List<GroupItem> items)
    {
        foreach (var (index, item) in items.Index())
        {
            if (kind is GroupKind.Compare && item.Request.Prompt != items[0].Request.Prompt)
                yield return new($"items[{index}].request.prompt", "All items of a comparison have one prompt.", Given(item.Request.Prompt ?? ""));
            if (!item.Continues) continue;
            if (kind is not GroupKind.Storyboard)
                yield return new($"items[{index}].continues", "Only shots of a storyboard continue one another.", true, ["false"]);
            else if (index == 0)
                yield return new("items[0].continues", "There is no shot before the first one.", true, ["false"]);
            else if (item.Request.FirstFrame is { } frame)
                yield return new($"items[{index}].request.firstFrame", "A shot that continues another begins with its last frame. Leave one of the two out.", Given(frame));
        }
    }

    private static JsonNode? Given(string text) => JsonValue.Create(GivenValue.Shorten(text));
}
