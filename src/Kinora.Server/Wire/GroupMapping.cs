using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Groups;
using Kinora.Core.Storage;

namespace Kinora.Server.Wire;

/// <summary>Groups, between the wire and the domain.</summary>
internal static class GroupMapping
{
    private static readonly Dictionary<string, GroupKind> Kinds = Enum.GetValues<GroupKind>().ToDictionary(kind => WireNames.Of(kind));

    /// <summary>Null for what is no kind.</summary>
    public static GroupKind? Kind(string? word) => word is not null && Kinds.TryGetValue(word, out var kind) ? kind : null;

    public static FieldProblem KindFault(string? given) =>
        new("kind", $"kind must be one of {string.Join(", ", Kinds.Keys)}.", JsonValue.Create(given?[..Math.Min(given.Length, 100)]), [.. Kinds.Keys]);

    // JSON can put a null where C# promises none.
    public static IEnumerable<FieldProblem> NullFaults(IReadOnlyList<GroupItemRequest>? items) =>
        (items ?? []).Index().Where(item => item.Item is null).Select(item => new FieldProblem($"items[{item.Index}]", $"items[{item.Index}] must be an object.", null, null));

    public static IReadOnlyList<GroupItemDraft> ToDrafts(this IReadOnlyList<GroupItemRequest> items) =>
        [.. items.Select(item => new GroupItemDraft(item.Id, item.Request?.ToInput(), item.Continues, item.Chosen))];

    public static GroupSummaryResponse ToResponse(this GroupSummary group) =>
        new(group.Id, WireNames.Of(group.Kind), group.Name, group.CreatedAt, group.Version, group.Items.Count, ToProgress(group.Items));

    public static GroupProgress ToProgress(IReadOnlyList<GenerationStatus?> items)
    {
        return new(
            Count(null), Count(GenerationStatus.Queued), Count(GenerationStatus.Submitting), Count(GenerationStatus.Running), Count(GenerationStatus.Collecting),
            Count(GenerationStatus.Succeeded), Count(GenerationStatus.Failed), Count(GenerationStatus.Canceled));

        int Count(GenerationStatus? status) => items.Count(item => item == status);
    }

    /// <param name="estimate">What it would hold; null where nobody can say, or it has a take.</param>
    public static GroupItemResponse ToResponse(this GroupItem item, GroupTakes takes, long? estimate, ModelCatalog catalog, string language) => new()
    {
        Id = item.Id,
        Request = item.Request.ToRequest(),
        Continues = item.Continues,
        Chosen = item.Chosen,
        Take = takes.Counting(item)?.Id,
        Status = takes.StatusOf(item) is { } status ? WireNames.Of(status) : "draft",
        Estimate = estimate,
        Takes = [.. takes.Of(item).Select(take => take.ToResponse(catalog, language))],
    };
}
