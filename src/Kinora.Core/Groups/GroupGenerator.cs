using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Groups;

/// <summary>Makes takes of a group's items: all that are asked for in one commit, or none. Each names its item from that commit on.</summary>
public sealed class GroupGenerator(GroupStore groups, GenerationAcceptor acceptor, OutputAssets frames)
{
    /// <param name="idempotencyKey">With the same order it means the same takes, whatever has no take by then; at most 200 characters.</param>
    public async Task<GroupOrderResult> GenerateAsync(
        Requester by, string id, GroupOrder order, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var accountId = by.AccountId;
        if (await groups.FindAsync(accountId, id, cancellationToken) is not { } group) return new GroupOrderResult.Unknown();
        var terms = new AcceptanceTerms(
            Name: _ => "", AcceptanceTerms.KeysOf(idempotencyKey, GenerationGroup.MostItems, () => Body(group, order)), order.MaxCredits ?? long.MaxValue);
        if (await acceptor.FindReplayAsync(accountId, terms, cancellationToken) is { } replay) return new GroupOrderResult.Answered(replay, []);

        var takes = await groups.TakesAsync(group, cancellationToken);
        var wanted = Wanted(group, order, takes);
        if (wanted.Faults.Count > 0) return Invalid(wanted.Faults);
        if (wanted.Places.Count == 0) return new GroupOrderResult.Nothing(Reason(group, wanted.Waiting.Count));
        var (forms, faults) = await FormsAsync(group, wanted.Places, takes, cancellationToken);
        if (faults.Count > 0) return Invalid(faults);
        terms = terms with
        {
            Name = index => $"items[{wanted.Places[index]}].request.",
            Links = [.. wanted.Places.Select(place => new GroupLink(group.Id, group.Items[place].Id))],
        };
        return new GroupOrderResult.Answered(await acceptor.AcceptAsync(by, forms, terms, cancellationToken), wanted.Waiting);
    }

    private static Choice Wanted(GenerationGroup group, GroupOrder order, GroupTakes takes)
    {
        if (order.Items is null)
        {
            var without = group.Items.Index().Where(item => !takes.HasOne(item.Item)).ToLookup(item => Before(group, item.Index, takes) is not null, item => item.Index);
            return new([.. without[true]], [.. without[false].Select(place => group.Items[place].Id)], []);
        }

        var places = order.Items.Select(id => group.Items.Index().FirstOrDefault(item => item.Item.Id == id, (-1, null!)).Index).ToArray();
        if (order.Items.Count is 0 or > GenerationGroup.MostItems || places.Distinct().Count() < places.Length || places.Contains(-1))
        {
            var unknown = order.Items.FirstOrDefault(id => group.Find(id) is null);
            return new([], [], [new("items", "items must be 1 to 100 ids of items of this group, each once.",
                unknown is null ? null : JsonValue.Create(GivenValue.Shorten(unknown)))]);
        }

        return new(places, [], [.. places.Where(place => Before(group, place, takes) is null).Select(NoTake)]);
    }

    /// <summary>What it begins with: for one that continues the take before, if it is finished; for others nothing that could be missing.</summary>
    private static Beginning? Before(GenerationGroup group, int place, GroupTakes takes)
    {
        if (!group.Items[place].Continues) return new(null);
        return takes.Counting(group.Items[place - 1]) is { } take ? new(take) : null;
    }

    private async Task<(List<GenerationInput> Forms, List<InputFault> Faults)> FormsAsync(
        GenerationGroup group, IReadOnlyList<int> places, GroupTakes takes, CancellationToken cancellationToken)
    {
        var (forms, faults) = (new List<GenerationInput>(), new List<InputFault>());
        foreach (var place in places)
        {
            var form = group.Items[place].Request;
            if (Before(group, place, takes)?.Take is { } take)
            {
                if (await LastFrameAsync(take, cancellationToken) is { } frame) form = form with { FirstFrame = frame.Id };
                else faults.Add(new($"items[{place}].continues", "The take before is no longer stored. Make another one, or choose another one.", JsonValue.Create(take.Id)));
            }

            forms.Add(form);
        }

        return (forms, faults);
    }

    private async Task<Asset?> LastFrameAsync(Generation take, CancellationToken cancellationToken)
    {
        try
        {
            return take.Outputs.Count == 0 ? null : await frames.FromFrameAsync(take.AccountId, take.Outputs[0], at: null, cancellationToken);
        }
        catch (Exception unusable) when (unusable is MediaException or AssetRefusedException)
        {
            return null;
        }
    }

    private static string Reason(GenerationGroup group, int waiting) =>
        group.Items.Count == 0 ? "The group has no items."
        : waiting == 0 ? "Every item has a take. Name the items of which another one is to be made."
        : "What has no take yet continues a shot that has no finished take. Make that one first.";

    private static InputFault NoTake(int place) => new(
        $"items[{place}].continues", "The shot before has no finished take yet. Make that one first, or let this one begin for itself.", true, ["false"]);

    private static GroupOrderResult.Answered Invalid(IReadOnlyList<InputFault> faults) => new(new AcceptResult.Invalid(faults), []);

    private static byte[] Body(GenerationGroup group, GroupOrder order) =>
        Encoding.UTF8.GetBytes($"{group.Id}\n{order.MaxCredits}\n{(order.Items is { } items ? string.Join('\n', items) : "*")}");

    /// <param name="Places">Of the items to make, in the order of the takes.</param>
    private sealed record Choice(IReadOnlyList<int> Places, IReadOnlyList<string> Waiting, IReadOnlyList<InputFault> Faults);

    /// <param name="Take">Null for what begins for itself.</param>
    private sealed record Beginning(Generation? Take);
}
