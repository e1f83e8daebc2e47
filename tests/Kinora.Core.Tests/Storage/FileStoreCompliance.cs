using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must know of files, so that none is lost and none is left.</summary>
public abstract class FileStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task A_file_is_swept_unless_something_refers_to_it_in_time()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        (await Stores.Loose.ExpectAsync(["a", "b"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
        (await CommitAsync(Kept(accepted, "a"))).Outcome.ShouldBe(CommitOutcome.Applied);
        await SetClockAsync(Some.Now.AddHours(1));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["b"]);
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
        (await CommitAsync(Kept((await Stores.Generations.FindAsync(accepted.Id, Stop))!, "b"))).Outcome.ShouldBe(CommitOutcome.Conflict);
        (await Stores.Loose.ExpectAsync(["b"], TimeSpan.FromHours(1), Stop)).ShouldBeFalse();
        await SetClockAsync(Some.Now.AddHours(1).AddMinutes(1));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["b"]);
        await Stores.Loose.RemoveAsync("b", Stop);
        (await Stores.Loose.ExpectAsync(["b"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_generations_cannot_keep_one_file_even_in_one_commit()
    {
        await FundAsync(1000);
        var (one, two) = (await AcceptAsync(), await AcceptAsync());
        await Stores.Loose.ExpectAsync(["a"], TimeSpan.FromHours(1), Stop);
        (await Stores.Generations.CommitAsync([Kept(one, "a"), Kept(two, "a")], Stop)).Select(result => result.Outcome)
            .ShouldBe([CommitOutcome.Applied, CommitOutcome.Conflict]);
        (await CommitAsync(Kept(two, "a"))).Outcome.ShouldBe(CommitOutcome.Conflict);
    }

    [Fact]
    public async Task A_file_that_is_no_longer_referred_to_is_swept_at_once()
    {
        await FundAsync(1000);
        var accepted = await AcceptAsync();
        await CommitAsync(new() { Generation = accepted with { Version = 2 }, DroppedFiles = ["a"] });
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task An_upload_is_known_from_the_commit_on_that_keeps_its_file()
    {
        await FundAsync(0);
        var asset = new Asset("asset_1", "acc", "key", new("video/mp4", 1280, 720, 5, 25, "h264", null), 5, "hash", Some.Now);
        await Should.ThrowAsync<IOException>(() => Stores.Assets.AddAsync(asset, Stop));
        (await Stores.Assets.FindAsync("acc", "asset_1", Stop)).ShouldBeNull();
        (await Stores.Loose.ExpectAsync(["key"], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
        (await Stores.Assets.AddAsync(asset, Stop)).ShouldBe(asset with { UsedAt = Some.Now });
        (await Stores.Assets.FindAsync("acc", "asset_1", Stop)).ShouldBe(asset with { UsedAt = Some.Now });
        (await Stores.Assets.FindAsync("other", "asset_1", Stop)).ShouldBeNull();
        await SetClockAsync(Some.Now.AddHours(2));
        (await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 10, Stop)).ShouldBeEmpty();
    }

    private static GenerationChange Kept(Generation generation, string file) =>
        new() { Generation = generation with { Version = generation.Version + 1 }, KeptFiles = [file] };
}
