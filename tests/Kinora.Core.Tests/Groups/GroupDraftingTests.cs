using Kinora.Core.Generations;
using Kinora.Core.Groups;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Groups;

public sealed class GroupDraftingTests
{
    [Fact]
    public void Items_keep_their_ids_in_every_order_and_no_id_is_given_twice()
    {
        var three = Change(Empty(GroupKind.Batch), New("a"), New("b"), New("c"));
        Shape(three).ShouldBe("i1 a, i2 b, i3 c");
        var two = Change(three, Old("i3"), Old("i1"));
        Shape(two).ShouldBe("i3 c, i1 a");
        Shape(Change(two, Old("i1"), New("d"))).ShouldBe("i1 a, i4 d");
        Shape(Change(two, Old("i1") with { Request = Form("z") }, Old("i2") with { Request = Form("b again") })).ShouldBe("i1 z, i2 b again");
    }

    [Fact]
    public void What_is_left_out_of_an_item_stays_and_newest_undoes_a_choice()
    {
        var board = Change(Empty(GroupKind.Storyboard), New("a"), New("b") with { Continues = true });
        board = Change(board, Old("i1"), Old("i2") with { Chosen = "gen_1" });
        board.Items[1].ShouldBe(board.Items[1] with { Continues = true, Chosen = "gen_1" });
        Change(board, Old("i1"), Old("i2")).Items[1].Chosen.ShouldBe("gen_1");
        Change(board, Old("i1"), Old("i2") with { Chosen = "newest", Continues = false }).Items[1].ShouldBe(board.Items[1] with { Continues = false, Chosen = null });
    }

    [Theory]
    [InlineData("i4")]
    [InlineData("i0")]
    [InlineData("i01")]
    [InlineData("i+1")]
    [InlineData("I1")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("i99999999999")]
    public void Id_that_the_group_never_had_is_refused(string id) =>
        Faults(Change(Empty(GroupKind.Batch), New("a"), New("b"), New("c")), Old(id) with { Request = Form("x") }).ShouldBe(["items[0].id"]);

    [Fact]
    public void Faults_of_all_items_are_told_at_once()
    {
        var board = Change(Empty(GroupKind.Storyboard), New("a"), New("b"));
        Faults(board, Old("i1") with { Continues = true }, Old("i1"), new(null, null, null, null), Old("i7")).ShouldBe(["items[1].id", "items[2].request", "items[3].id", "items[0].continues"]);
        Faults(Change(board, Old("i1")), Old("i2")).ShouldBe(["items[0].request"], "what was taken out comes back with a request");
        Faults(board, Old("i1"), new(null, Form("c") with { FirstFrame = "asset_1" }, true, null)).ShouldBe(["items[1].request.firstFrame"]);
        Faults(Empty(GroupKind.Batch), New("a"), New("b") with { Continues = true }).ShouldBe(["items[1].continues"]);
    }

    [Fact]
    public void Comparison_has_two_to_four_items_with_one_prompt()
    {
        var none = Empty(GroupKind.Compare);
        Faults(none).ShouldBe(["items"]);
        Faults(none, New("a")).ShouldBe(["items"]);
        Faults(none, New("a"), New("a"), New("b")).ShouldBe(["items[2].request.prompt"]);
        Faults(none, New("a"), New("a"), New("a"), New("a")).ShouldBeEmpty();
        Faults(none, New("a"), New("a"), New("a"), New("a"), New("a")).ShouldBe(["items"]);
        Faults(Empty(GroupKind.Batch), [.. Enumerable.Repeat(New("a"), 100)]).ShouldBeEmpty();
        Faults(Empty(GroupKind.Batch), [.. Enumerable.Repeat(New("a"), 101)]).ShouldBe(["items"]);
    }

    private static GenerationGroup Empty(GroupKind kind) => new() { Id = "grp_1", AccountId = "acc", Kind = kind, Name = "n", CreatedAt = Some.Now };

    private static GenerationInput Form(string prompt) => new() { Model = "m", Prompt = prompt };

    private static GroupItemDraft New(string prompt) => new(null, Form(prompt), null, null);

    private static GroupItemDraft Old(string id) => new(id, null, null, null);

    private static GenerationGroup Change(GenerationGroup group, params GroupItemDraft[] drafts)
    {
        var (changed, faults) = group.WithItems(drafts);
        faults.ShouldBeEmpty();
        return changed;
    }

    private static IEnumerable<string> Faults(GenerationGroup group, params GroupItemDraft[] drafts) => group.WithItems(drafts).Faults.Select(fault => fault.Field);

    private static string Shape(GenerationGroup group) => string.Join(", ", group.Items.Select(item => $"{item.Id} {item.Request.Prompt}"));
}
