using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do with favorites, tags, collections, shares, the bin, and what else is kept for a person.</summary>
public abstract class LibraryStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Marks_are_read_back_everywhere_tell_the_account_and_outlive_the_engines_changes()
    {
        var accepted = await AcceptedAsync();
        var before = await Stores.Accounts.LastEventAsync("acc", Stop);
        (await Stores.Library.SetFavoriteAsync("acc", accepted.Id, true, Stop)).ShouldBeTrue();
        (await Stores.Library.SetTagsAsync("acc", accepted.Id, ["sea", "50%_off!"], Stop)).ShouldBeTrue();
        (await Stores.Library.SetShareAsync("acc", accepted.Id, new("token"), Stop)).ShouldBeTrue();
        await CommitAsync(accepted.Cancel(Some.Now)!);

        var found = (await Stores.Generations.FindAsync(accepted.Id, Stop))!;
        found.Status.ShouldBe(GenerationStatus.Canceled);
        (found.Marks.Favorite, found.Marks.Share, found.Marks.DeletedAt).ShouldBe((true, new GenerationShare("token"), null));
        found.Marks.Tags.ShouldBe(["sea", "50%_off!"]);
        (await Stores.Library.FindSharedAsync("token", Some.Now, Stop))!.Id.ShouldBe(accepted.Id);
        (await Stores.Library.FindSharedAsync("toke", Some.Now, Stop)).ShouldBeNull();
        var events = await Stores.Generations.EventsAfterAsync("acc", before, 10, Stop);
        events.Count.ShouldBe(4);
        events.ShouldAllBe(one => one.Generation!.Id == accepted.Id && one.Generation.Marks.Favorite);
    }

    [Fact]
    public async Task Share_is_read_back_as_it_was_set_and_found_until_it_ends()
    {
        var accepted = await AcceptedAsync();
        var share = new GenerationShare("token", ShowPrompt: false, AllowDownload: false, Some.Now.AddDays(1));
        (await Stores.Library.SetShareAsync("acc", accepted.Id, share, Stop)).ShouldBeTrue();
        (await Stores.Library.FindSharedAsync("token", Some.Now, Stop))!.Marks.Share.ShouldBe(share);
        (await Stores.Library.FindSharedAsync("token", share.EndsAt!.Value, Stop)).ShouldBeNull();
        (await Stores.Generations.FindAsync(accepted.Id, Stop))!.Marks.Share.ShouldBe(share, "its owner sees that there was one");

        await Stores.Library.SetShareAsync("acc", accepted.Id, null, Stop);
        (await Stores.Generations.FindAsync(accepted.Id, Stop))!.Marks.Share.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_elses_generation_is_marked()
    {
        var accepted = await AcceptedAsync();
        await FundAsync(100, "other");
        (await Stores.Library.SetFavoriteAsync("other", accepted.Id, true, Stop)).ShouldBeFalse();
        (await Stores.Library.DeleteAsync("other", accepted.Id, Some.Now, Stop)).ShouldBeFalse();
        var collection = new Collection("col_1", "Trip", Some.Now, 0);
        (await Stores.Collections.AddAsync("other", collection, Stop)).ShouldBeTrue();
        (await Stores.Collections.PutAsync("other", "col_1", accepted.Id, Stop)).ShouldBeFalse();
        (await Stores.Collections.PutAsync("acc", "col_1", accepted.Id, Stop)).ShouldBeFalse();
        (await Stores.Collections.RenameAsync("acc", "col_1", "Mine", null, Stop)).ShouldBeFalse();
        (await Stores.Collections.RemoveAsync("acc", "col_1", Stop)).ShouldBeFalse();
        (await Stores.Accounts.LastEventAsync("other", Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_deleted_is_in_the_bin_alone_until_it_is_had_back_or_its_time_is_over()
    {
        var accepted = await AcceptedAsync();
        (await Stores.Library.DeleteAsync("acc", accepted.Id, Some.Now, Stop)).ShouldBeFalse("it has not come to an end");
        await CommitAsync(accepted.Cancel(Some.Now)!);
        await Stores.Library.SetShareAsync("acc", accepted.Id, new("token"), Stop);
        (await Stores.Library.DeleteAsync("acc", accepted.Id, Some.Now, Stop)).ShouldBeTrue();
        (await Stores.Library.DeleteAsync("acc", accepted.Id, Some.Now, Stop)).ShouldBeFalse();
        (await IdsAsync(new())).ShouldBeEmpty();
        (await IdsAsync(new() { Deleted = true })).ShouldBe([accepted.Id]);
        (await Stores.Library.FindSharedAsync("token", Some.Now, Stop)).ShouldBeNull();
        (await Stores.Library.SetFavoriteAsync("acc", accepted.Id, true, Stop)).ShouldBeFalse();

        (await Stores.Library.RestoreAsync("acc", accepted.Id, Some.Now, Stop)).ShouldBeFalse("it was put there too long ago");
        (await Stores.Library.RestoreAsync("acc", accepted.Id, Some.Now.AddDays(-1), Stop)).ShouldBeTrue();
        (await IdsAsync(new())).ShouldBe([accepted.Id]);

        await Stores.Library.DeleteAsync("acc", accepted.Id, Some.Now, Stop);
        (await Stores.Library.DeletedAsync(Some.Now.AddSeconds(-1), 10, Stop)).ShouldBeEmpty();
        (await Stores.Library.DeletedAsync(Some.Now, 10, Stop)).ShouldHaveSingleItem();
        await Stores.Library.PurgedAsync(accepted.Id, Stop);
        (await Stores.Library.DeletedAsync(Some.Now, 10, Stop)).ShouldBeEmpty();
        (await IdsAsync(new() { Deleted = true })).ShouldBeEmpty();
        (await Stores.Library.RestoreAsync("acc", accepted.Id, Some.Now.AddDays(-1), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lists_are_filtered_by_what_is_asked_and_paged_in_one_order()
    {
        await FundAsync(10_000);
        var fox = await AddAsync(Some.Now, "A red Fox", "one", "text-to-video");
        var sea = await AddAsync(Some.Now.AddHours(1), "The sea, 100% calm", "two", "image-to-video");
        var owl = await AddAsync(Some.Now.AddHours(2), "An owl", "one", "image-to-video");
        await Stores.Library.SetFavoriteAsync("acc", fox, true, Stop);
        await Stores.Library.SetTagsAsync("acc", sea, ["calm", "sea_side"], Stop);
        await Stores.Library.SetTagsAsync("acc", owl, ["calm"], Stop);
        await Stores.Collections.AddAsync("acc", new("col_a", "Trip", Some.Now, 0), Stop);
        await Stores.Collections.PutAsync("acc", "col_a", fox, Stop);
        await Stores.Collections.PutAsync("acc", "col_a", fox, Stop);
        await Stores.Collections.PutAsync("acc", "col_a", owl, Stop);

        (await IdsAsync(new())).ShouldBe([owl, sea, fox]);
        (await IdsAsync(new() { ModelId = "one" })).ShouldBe([owl, fox]);
        (await IdsAsync(new() { Mode = "image-to-video" })).ShouldBe([owl, sea]);
        (await IdsAsync(new() { Text = "fOX" })).ShouldBe([fox]);
        (await IdsAsync(new() { Text = "100%" })).ShouldBe([sea]);
        (await IdsAsync(new() { Text = "0_" })).ShouldBeEmpty("a pattern is no pattern");
        (await IdsAsync(new() { Favorite = true })).ShouldBe([fox]);
        (await IdsAsync(new() { Favorite = false })).ShouldBe([owl, sea]);
        (await IdsAsync(new() { Tag = "calm" })).ShouldBe([owl, sea]);
        (await IdsAsync(new() { Tag = "sea" })).ShouldBeEmpty("tags are whole words");
        (await IdsAsync(new() { Collection = "col_a" })).ShouldBe([owl, fox]);
        (await IdsAsync(new() { From = Some.Now.AddHours(1), Until = Some.Now.AddHours(2) })).ShouldBe([sea]);
        (await IdsAsync(new() { Status = GenerationStatus.Queued, Tag = "calm", ModelId = "two" })).ShouldBe([sea]);
        (await Stores.Generations.ListAsync("acc", owl, 1, new() { Collection = "col_a" }, Stop)).ShouldHaveSingleItem().Id.ShouldBe(fox);
        (await Stores.Library.TagsAsync("acc", Stop)).ShouldBe([("calm", 2), ("sea_side", 1)]);
        (await Stores.Collections.ListAsync("acc", Stop)).ShouldBe([new("col_a", "Trip", Some.Now, 2)]);

        (await Stores.Collections.RenameAsync("acc", "col_a", "Coast", "Warm light", Stop)).ShouldBeTrue();
        (await Stores.Collections.RenameAsync("acc", "col_a", "Coast film", null, Stop)).ShouldBeTrue();
        (await Stores.Collections.ListAsync("acc", Stop)).ShouldBe([new("col_a", "Coast film", Some.Now, 2, "Warm light")]);
        await Stores.Collections.TakeAsync("acc", "col_a", owl, Stop);
        (await IdsAsync(new() { Collection = "col_a" })).ShouldBe([fox]);
        (await Stores.Collections.RemoveAsync("acc", "col_a", Stop)).ShouldBeTrue();
        (await Stores.Collections.ListAsync("acc", Stop)).ShouldBeEmpty();
        (await IdsAsync(new())).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Collection_is_in_the_order_that_people_give_it()
    {
        await FundAsync(10_000);
        var takes = new string[4];
        for (var hour = 0; hour < takes.Length; hour++) takes[hour] = await AddAsync(Some.Now.AddHours(hour), "A fox", "one", "text-to-video");
        var (a, b, c, d) = (takes[0], takes[1], takes[2], takes[3]);
        foreach (var collection in new[] { "col_a", "col_b" }) await Stores.Collections.AddAsync("acc", new(collection, "Trip", Some.Now, 0), Stop);
        foreach (var take in new[] { b, a, c, b }) (await Stores.Collections.PutAsync("acc", "col_a", take, Stop)).ShouldBeTrue();
        await Stores.Collections.PutAsync("acc", "col_b", d, Stop);
        await OrderShouldBeAsync(b, a, c);

        (await PlaceAsync(c, b)).ShouldBe(PlaceOutcome.Done);
        await OrderShouldBeAsync(c, b, a);
        (await PlaceAsync(c, b, behind: true)).ShouldBe(PlaceOutcome.Done);
        await OrderShouldBeAsync(b, c, a);
        (await PlaceAsync(b, a, behind: true)).ShouldBe(PlaceOutcome.Done);
        (await PlaceAsync(b, b)).ShouldBe(PlaceOutcome.Done);
        await OrderShouldBeAsync(c, a, b);
        (await PlaceAsync(a, d)).ShouldBe(PlaceOutcome.NoNeighbor);
        (await PlaceAsync(d, d)).ShouldBe(PlaceOutcome.NoNeighbor);
        (await Stores.Collections.PlaceAsync("other", "col_a", a, b, behind: false, Stop)).ShouldBe(PlaceOutcome.NotFound);
        await OrderShouldBeAsync(c, a, b);
        (await PlaceAsync(d, a)).ShouldBe(PlaceOutcome.Done);
        await OrderShouldBeAsync(c, d, a, b);
        (await IdsAsync(new() { Collection = "col_b", Order = GenerationOrder.Own })).ShouldBe([d]);

        (await PageAfterAsync(d)).ShouldBe([a, b]);
        await PlaceAsync(a, c);
        (await PageAfterAsync(d)).ShouldBe([b], "the page goes on behind its cursor, wherever others went");
        await Stores.Collections.TakeAsync("acc", "col_a", d, Stop);
        (await PageAfterAsync(d)).ShouldBeEmpty();
        (await Stores.Collections.HasAsync("acc", "col_a", d, Stop), await Stores.Collections.HasAsync("acc", "col_a", a, Stop)).ShouldBe((false, true));
        (await Stores.Collections.HasAsync("other", "col_a", a, Stop)).ShouldBeFalse();

        async Task OrderShouldBeAsync(params string[] order) => (await IdsAsync(new() { Collection = "col_a", Order = GenerationOrder.Own })).ShouldBe(order);

        Task<PlaceOutcome> PlaceAsync(string take, string neighbor, bool behind = false) => Stores.Collections.PlaceAsync("acc", "col_a", take, neighbor, behind, Stop);

        async Task<IEnumerable<string>> PageAfterAsync(string cursor) =>
            (await Stores.Generations.ListAsync("acc", cursor, 9, new() { Collection = "col_a", Order = GenerationOrder.Own }, Stop)).Select(one => one.Id);
    }

    [Fact]
    public async Task Prompts_are_told_once_each_and_what_was_spent_by_day_and_product()
    {
        await FundAsync(10_000);
        await AddAsync(Some.Now, "A fox", "one", "text-to-video");
        await AddAsync(Some.Now.AddSeconds(1), "An owl", "one", "text-to-video");
        await AddAsync(Some.Now.AddSeconds(2), "A fox", "two", "text-to-video");
        (await Stores.Person.PromptsAsync("acc", null, 10, Stop)).Select(one => (one.Prompt, one.ModelId)).ShouldBe([("A fox", "two"), ("An owl", "one")]);
        (await Stores.Person.PromptsAsync("acc", "OWL", 10, Stop)).ShouldHaveSingleItem().Prompt.ShouldBe("An owl");
        (await Stores.Person.PromptsAsync("other", null, 10, Stop)).ShouldBeEmpty();

        foreach (var (day, credits) in new[] { (0, 5), (0, 7), (1, 11) })
        {
            var id = await AddAsync(Some.Now.AddHours(day), "x" + credits, "one", "text-to-video");
            await Stores.Accounts.PostAsync(LedgerEntry.Capture("acc", id, 100, credits, Some.Now.AddDays(day)), Stop);
        }

        (await Stores.Person.UsageAsync("acc", Some.Now, Some.Now.AddDays(1), Stop)).ShouldBe([new(new(2026, 1, 1), "one", 2, 12)]);
        (await Stores.Person.UsageAsync("acc", Some.Now, Some.Now.AddDays(2), Stop)).Sum(row => row.Credits).ShouldBe(23);
        (await Stores.Person.ReturnedAsync("acc", Some.Now, Some.Now.AddDays(1), Stop)).ShouldBe(95 + 93);
        (await Stores.Person.ReturnedAsync("other", Some.Now, Some.Now.AddDays(2), Stop)).ShouldBe(0);
        (await Stores.Person.UsageAsync("other", Some.Now, Some.Now.AddDays(2), Stop)).ShouldBeEmpty();

        (await Stores.Person.PreferencesAsync("acc", Stop)).ShouldBeNull();
        await Stores.Person.SavePreferencesAsync("acc", """{"a":1}""", Stop);
        await Stores.Person.SavePreferencesAsync("acc", """{"a":2}""", Stop);
        (await Stores.Person.PreferencesAsync("acc", Stop)).ShouldBe("""{"a":2}""");
    }

    private async Task<IEnumerable<string>> IdsAsync(GenerationFilter filter) =>
        (await Stores.Generations.ListAsync("acc", null, 100, filter, Stop)).Select(generation => generation.Id);

    private async Task<string> AddAsync(DateTimeOffset at, string prompt, string model, string mode)
    {
        var change = (Some.Generation(id: "gen_" + Guid.CreateVersion7(at).ToString("N"), at: at) with
        {
            ModelId = model, ModelName = "Name", Mode = mode, Input = new() { Model = model, Prompt = prompt },
        }).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation.Id;
    }

    private async Task<Generation> AcceptedAsync()
    {
        await FundAsync(1000);
        return await AcceptAsync();
    }
}
