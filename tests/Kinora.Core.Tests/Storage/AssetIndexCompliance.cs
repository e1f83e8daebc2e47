using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must know of an account's files: each once, in the order in which they came.</summary>
public abstract class AssetIndexCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task The_same_bytes_are_one_asset_of_an_account_whose_use_is_renewed()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        var first = await AddAsync(New("asset_1", "hash"));
        await SetClockAsync(Some.Now.AddHours(1));

        (await AddAsync(New("asset_2", "hash"))).ShouldBe(first with { UsedAt = Some.Now.AddHours(1) });
        (await Stores.Assets.FindAsync("acc", "asset_2", Stop)).ShouldBeNull();
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["asset_2", "asset_2.webp"], ignoreOrder: true);
        (await AddAsync(New("asset_3", "hash", "other"))).Id.ShouldBe("asset_3");
        (await AddAsync(New("asset_4", "hash 2"))).Id.ShouldBe("asset_4");
        await SetClockAsync(Some.Now.AddHours(2));
        (await Stores.Assets.RenewAsync("acc", "hash", Stop)).ShouldBe(first with { UsedAt = Some.Now.AddHours(2) });
        (await Stores.Assets.RenewAsync("acc", "hash 3", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_who_bring_the_same_bytes_at_once_get_one_asset()
    {
        await FundAsync(0);
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => AddAsync(New($"asset_{number}", "hash"))));

        var winner = added.Select(asset => asset.Id).Distinct().ShouldHaveSingleItem();
        (await Stores.Assets.ListAsync("acc", null, 10, null, Stop)).ShouldHaveSingleItem().Id.ShouldBe(winner);
        var swept = await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 100, Stop);
        swept.Count.ShouldBe(14, "two files of each that lost");
        swept.ShouldNotContain(winner);
    }

    [Fact]
    public async Task An_asset_one_of_whose_files_was_swept_is_none()
    {
        await FundAsync(0);
        var asset = New("asset_1", "hash");
        await Stores.Loose.ExpectAsync([asset.Key], TimeSpan.FromHours(1), Stop);

        await Should.ThrowAsync<IOException>(() => Stores.Assets.AddAsync(asset, Stop));

        (await Stores.Assets.FindAsync("acc", "asset_1", Stop)).ShouldBeNull();
        (await Stores.Loose.ExpectAsync([asset.Key], TimeSpan.Zero, Stop)).ShouldBeTrue();
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe([asset.Key], "nothing refers to it");
    }

    [Fact]
    public async Task Assets_are_listed_newest_first_by_page_and_kind_and_stay_in_the_account()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        foreach (var (number, type) in new[] { "image/png", "video/mp4", "image/webp", "audio/mpeg" }.Index())
            await AddAsync(New($"asset_{number}", $"hash {number}") with { Facts = new(type, 1, 1, 0, 0, null, null) });
        await AddAsync(New("asset_5", "hash", "other"));

        (await ListAsync(null, 3, null)).ShouldBe(["asset_3", "asset_2", "asset_1"]);
        (await ListAsync("asset_1", 3, null)).ShouldBe(["asset_0"]);
        (await ListAsync(null, 1, "image")).ShouldBe(["asset_2"]);
        (await ListAsync("asset_2", 3, "image")).ShouldBe(["asset_0"]);
        (await ListAsync(null, 3, "audio")).ShouldBe(["asset_3"]);
    }

    [Fact]
    public async Task An_asset_is_removed_by_its_owner_unless_a_generation_that_runs_names_it()
    {
        await FundAsync(1000);
        var (free, named) = (await AddAsync(New("asset_free", "hash 1")), await AddAsync(New("asset_named", "hash 2")));
        var running = (Some.Generation() with { Input = new() { Model = "model", FirstFrame = named.Id } }).Accept(null);
        await CommitAsync(running);

        (await Stores.Assets.RemoveAsync("other", free.Id, Stop)).ShouldBe(AssetRemoval.Unknown);
        (await Stores.Assets.RemoveAsync("acc", free.Id, Stop)).ShouldBe(AssetRemoval.Removed);
        (await Stores.Assets.RemoveAsync("acc", free.Id, Stop)).ShouldBe(AssetRemoval.Unknown);
        (await Stores.Assets.FindAsync("acc", free.Id, Stop)).ShouldBeNull();
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(free.Files, ignoreOrder: true);
        (await Stores.Assets.RemoveAsync("acc", named.Id, Stop)).ShouldBe(AssetRemoval.InUse);
        (await Stores.Assets.FindAsync("acc", named.Id, Stop)).ShouldBe(named);
        await CommitAsync(running.Generation.Cancel(Some.Now)!);
        (await Stores.Assets.RemoveAsync("acc", named.Id, Stop)).ShouldBe(AssetRemoval.Removed);
    }

    private static Asset New(string id, string sha256, string account = "acc") =>
        new(id, account, id, new("video/mp4", 1280, 720, 5, 25, "h264", null), 5, sha256, Some.Now) { ThumbnailKey = id + ".webp", Name = "a fox.mp4" };

    private async Task<Asset> AddAsync(Asset asset)
    {
        await Stores.Loose.ExpectAsync(asset.Files, TimeSpan.FromDays(1), Stop);
        return await Stores.Assets.AddAsync(asset, Stop);
    }

    private async Task<IEnumerable<string>> ListAsync(string? before, int limit, string? kind) =>
        (await Stores.Assets.ListAsync("acc", before, limit, kind, Stop)).Select(asset => asset.Id);
}
