using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Groups;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do with groups and with the takes that were made for them.</summary>
public abstract class GroupStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private int _made;

    [Fact]
    public async Task Group_is_read_back_as_it_was_written_and_is_nobody_elses()
    {
        await FundAsync(1000);
        var group = await AddAsync(Group("grp_1", 2) with { Name = "Ночь" });
        var read = (await Stores.Groups.FindAsync("acc", "grp_1", Stop))!;
        (read with { Items = [] }).ShouldBe(group with { Items = [] });
        read.Items.ShouldBe(group.Items, new SameItem());
        await FundAsync(1, "other");
        (await Stores.Groups.FindAsync("other", "grp_1", Stop)).ShouldBeNull();
        (await Stores.Groups.ChangeAsync(group with { AccountId = "other", Version = 2 }, Stop)).ShouldBeFalse();
        (await Stores.Groups.RemoveAsync("other", "grp_1", Stop)).ShouldBeFalse();
        (await Stores.Groups.ListAsync("other", null, null, 10, Stop)).ShouldBeEmpty();
        (await Stores.Accounts.LastEventAsync("other", Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_one_is_written()
    {
        await FundAsync(1000);
        var group = await AddAsync(Group("grp_1", 1));
        var both = await Task.WhenAll(new[] { "one", "two" }.Select(name => Stores.Groups.ChangeAsync(group with { Version = 2, Name = name }, Stop)));
        both.Count(changed => changed).ShouldBe(1);
        (await Stores.Groups.FindAsync("acc", "grp_1", Stop))!.Name.ShouldBe(both[0] ? "one" : "two");
        (await Stores.Groups.ChangeAsync(group with { Version = 3, Items = [] }, Stop)).ShouldBeTrue();
        (await Stores.Groups.FindAsync("acc", "grp_1", Stop))!.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_that_a_draft_names_is_kept_until_the_group_goes()
    {
        await FundAsync(0);
        var frame = new Asset("asset_frame", "acc", "uploads/frame", new("image/png", 9, 9, 0, 0, null, null), 5, "hash", Some.Now);
        await Stores.Loose.ExpectAsync([frame.Key], TimeSpan.FromHours(1), Stop);
        await Stores.Assets.AddAsync(frame, Stop);
        await AddAsync(Group("grp_1", 1) with { Items = [new("i1", new() { Model = "model", Prompt = "p", FirstFrame = frame.Id }, false, null)] });
        await Stores.Assets.DropAsync(frame, TimeSpan.Zero, Stop);
        (await Stores.Assets.FindAsync("acc", frame.Id, Stop)).ShouldNotBeNull();
        await Stores.Groups.RemoveAsync("acc", "grp_1", Stop);
        await Stores.Assets.DropAsync(frame, TimeSpan.Zero, Stop);
        (await Stores.Assets.FindAsync("acc", frame.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Take_names_its_item_from_its_acceptance_on_through_every_change_and_the_removal_of_the_item()
    {
        await FundAsync(1000);
        await AddAsync(Group("grp_1", 2));
        var take = await TakeAsync("grp_1", "i2");
        (await Stores.Generations.FindAsync(take.Id, Stop))!.Marks.Group.ShouldBe(new("grp_1", "i2"));
        await CommitAsync(take.Cancel(Some.Now)!);
        await Stores.Library.SetFavoriteAsync("acc", take.Id, true, Stop);
        await Stores.Groups.ChangeAsync(Group("grp_1", 1) with { Version = 2 }, Stop);
        var found = (await Stores.Generations.FindAsync(take.Id, Stop))!;
        (found.Status, found.Marks.Group, found.Marks.Favorite).ShouldBe((GenerationStatus.Canceled, new("grp_1", "i2"), true));
        (await Stores.Generations.ListAsync("acc", null, 10, new() { Group = "grp_1" }, Stop)).ShouldHaveSingleItem().Id.ShouldBe(take.Id);
        (await Stores.Generations.ListAsync("acc", null, 10, new() { Group = "grp_2" }, Stop)).ShouldBeEmpty();
        (await Stores.Generations.EventsAfterAsync("acc", 0, 10, Stop)).Last(one => one.Generation is not null).Generation!.Marks.Group.ShouldBe(new("grp_1", "i2"));
    }

    [Fact]
    public async Task Takes_of_which_one_cannot_be_paid_leave_nothing_behind()
    {
        await FundAsync(150);
        var group = await AddAsync(Group("grp_1", 2));
        var results = await Stores.Generations.CommitWholeAsync([Change("grp_1", "i1"), Change("grp_1", "i2")], Stop);
        results.ShouldAllBe(result => result.Outcome != CommitOutcome.Applied);
        var takes = await Stores.Groups.TakesAsync(group, Stop);
        group.Items.ShouldAllBe(item => !takes.Of(item).Any());
        await BalanceShouldBeAsync(150, 0);
    }

    [Fact]
    public async Task Removed_group_leaves_its_takes_and_what_comes_too_late_belongs_to_none()
    {
        await FundAsync(1000);
        await AddAsync(Group("grp_1", 1));
        var take = await TakeAsync("grp_1", "i1");
        (await Stores.Groups.RemoveAsync("acc", "grp_1", Stop)).ShouldBeTrue();
        (await Stores.Groups.RemoveAsync("acc", "grp_1", Stop)).ShouldBeFalse();
        var late = await TakeAsync("grp_1", "i1");
        foreach (var id in new[] { take.Id, late.Id }) (await Stores.Generations.FindAsync(id, Stop))!.Marks.Group.ShouldBeNull();
    }

    [Fact]
    public async Task Newest_takes_of_each_item_are_read_and_whichever_may_count_for_it()
    {
        await FundAsync(10_000);
        var finished = await FinishedAsync("grp_1", "i1");
        var newer = await FinishedAsync("grp_1", "i1");
        var tries = new List<Generation>();
        for (var count = 0; count <= GroupStore.MostTakes; count++) tries.Add(await TakeAsync("grp_1", "i1"));
        var group = Group("grp_1", 2);
        var takes = await Stores.Groups.TakesAsync(group, Stop);
        takes.Of(group.Items[0]).Select(take => take.Id).ShouldBe([.. tries.Skip(1).Select(take => take.Id).Reverse(), newer.Id]);
        takes.Counting(group.Items[0])!.Id.ShouldBe(newer.Id);

        var chosen = group with { Items = [group.Items[0] with { Chosen = finished.Id }, group.Items[1]] };
        (await Stores.Groups.TakesAsync(chosen, Stop)).Counting(chosen.Items[0])!.Id.ShouldBe(finished.Id);
        await Stores.Library.DeleteAsync("acc", finished.Id, Some.Now, Stop);
        (await Stores.Groups.TakesAsync(chosen, Stop)).Counting(chosen.Items[0])!.Id.ShouldBe(newer.Id, "what is in the bin does not count");
        takes.Of(group.Items[1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_that_was_made_for_something_else_counts_where_it_is_chosen_and_goes_with_the_choice()
    {
        await FundAsync(10_000);
        var made = await FinishedAsync("grp_1", "i1");
        var group = await AddAsync(Group("grp_2", 1) with { Items = [Group("grp_2", 1).Items[0] with { Chosen = made.Id }] });
        var takes = await Stores.Groups.TakesAsync(group, Stop);
        takes.Of(group.Items[0]).ShouldHaveSingleItem().Id.ShouldBe(made.Id);
        (takes.Counting(group.Items[0])!.Id, takes.HasOne(group.Items[0])).ShouldBe((made.Id, true));
        (await Stores.Groups.ListAsync("acc", null, null, 10, Stop)).ShouldAllBe(one => one.Items[0] == GenerationStatus.Succeeded);
        (await Stores.Groups.CreditsAsync("grp_2", Stop)).ShouldBe((0, 0), "it was paid for elsewhere");
        (await Stores.Generations.FindAsync(made.Id, Stop))!.Marks.Group.ShouldBe(new("grp_1", "i1"));

        await Stores.Library.DeleteAsync("acc", made.Id, Some.Now, Stop);
        (await Stores.Groups.TakesAsync(group, Stop)).Of(group.Items[0]).ShouldBeEmpty();
        (await Stores.Groups.ListAsync("acc", null, null, 10, Stop)).ShouldAllBe(one => one.Items[0] == null);
        await Stores.Library.RestoreAsync("acc", made.Id, Some.Now.AddDays(-1), Stop);
        (await Stores.Groups.ChangeAsync(Group("grp_2", 1) with { Version = 2 }, Stop)).ShouldBeTrue();
        (await Stores.Groups.TakesAsync(Group("grp_2", 1), Stop)).Of(group.Items[0]).ShouldBeEmpty();
        (await Stores.Groups.ChangeAsync(group with { Version = 3 }, Stop)).ShouldBeTrue();
        (await Stores.Groups.RemoveAsync("acc", "grp_2", Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Groups_are_listed_newest_first_each_with_the_standing_of_its_items()
    {
        await FundAsync(10_000);
        await AddAsync(Group("grp_1", 3) with { Kind = GroupKind.Storyboard });
        await AddAsync(Group("grp_2", 0));
        await AddAsync(Group("grp_3", 1));
        await FinishedAsync("grp_1", "i1");
        await TakeAsync("grp_1", "i1");
        await CommitAsync((await TakeAsync("grp_1", "i3")).Cancel(Some.Now)!);
        await TakeAsync("grp_1", "i9");

        var all = await Stores.Groups.ListAsync("acc", null, null, 10, Stop);
        all.Select(group => group.Id).ShouldBe(["grp_3", "grp_2", "grp_1"]);
        all[2].Items.ShouldBe([GenerationStatus.Succeeded, null, GenerationStatus.Canceled]);
        (all[1].Items.Count, all[0].Items.ShouldHaveSingleItem()).ShouldBe((0, null));
        (await Stores.Groups.ListAsync("acc", null, "grp_3", 1, Stop)).ShouldHaveSingleItem().Id.ShouldBe("grp_2");
        (await Stores.Groups.ListAsync("acc", GroupKind.Storyboard, null, 10, Stop)).ShouldHaveSingleItem().Items.Count.ShouldBe(3);
        (await Stores.Groups.CreditsAsync("grp_1", Stop)).ShouldBe((200, 100));
        (await Stores.Groups.CreditsAsync("grp_2", Stop)).ShouldBe((0, 0));
    }

    private static GenerationGroup Group(string id, int items) => new()
    {
        Id = id, AccountId = "acc", Kind = GroupKind.Batch, Name = "Night", CreatedAt = Some.Now, LastItem = items,
        Items = [.. Enumerable.Range(1, items).Select(number => new GroupItem($"i{number}", new() { Model = "model", Prompt = "p" + number, Parameters = new() { ["a"] = 1 } }, number == 2, null))],
    };

    private async Task<GenerationGroup> AddAsync(GenerationGroup group)
    {
        (await Stores.Groups.AddAsync(group, Stop)).ShouldBeTrue();
        return group;
    }

    private async Task<Generation> TakeAsync(string group, string item)
    {
        var change = Change(group, item);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    private async Task<Generation> FinishedAsync(string group, string item)
    {
        if (await Stores.Groups.FindAsync("acc", group, Stop) is null) await AddAsync(Group(group, 2));
        var take = await NextAsync((await TakeAsync(group, item)).BeginSubmission(Some.Attempt("a"), Some.Now)!);
        take = await NextAsync(take.Submitted("a", "task", Some.Now, Some.Now, "answered")!);
        take = await NextAsync(take.ProviderSucceeded(new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")] }, Some.Now, "poll")!);
        return await NextAsync(take.Collected([Some.Output("video")], Some.Now)!);
    }

    private async Task<Generation> NextAsync(GenerationChange change)
    {
        (await CommitAsync(change with { KeptFiles = [] })).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    // Ids a second apart, in the order in which they are made.
    private GenerationChange Change(string group, string item)
    {
        var at = Some.Now.AddSeconds(++_made);
        return (Some.Generation(id: "gen_" + Guid.CreateVersion7(at).ToString("N"), at: at) with { Marks = new() { Group = new(group, item) } }).Accept(null);
    }

    private sealed class SameItem : IEqualityComparer<GroupItem>
    {
        public bool Equals(GroupItem? x, GroupItem? y) =>
            (x!.Id, x.Continues, x.Chosen, x.Request.Model, x.Request.Prompt, x.Request.Parameters!.ToJsonString())
            == (y!.Id, y.Continues, y.Chosen, y.Request.Model, y.Request.Prompt, y.Request.Parameters!.ToJsonString());

        public int GetHashCode(GroupItem item) => item.Id.GetHashCode(StringComparison.Ordinal);
    }
}
