using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Joins;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do so that films of clips are neither lost nor made twice.</summary>
public abstract class JoinStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);
    private static int _made;
    private static readonly GenerationOutput Film = Some.Output("joins/acc/film.mp4");

    [Fact]
    public async Task Joins_are_listed_newest_first_by_their_owner_alone()
    {
        await FundAsync(0);
        await FundAsync(0, "other");
        var (first, second) = (await AddAsync(), await AddAsync());
        var foreign = await AddAsync("other");
        (await Stores.Joins.ListAsync("acc", null, 10, Stop)).Select(join => join.Id).ShouldBe([second.Id, first.Id]);
        (await Stores.Joins.ListAsync("acc", second.Id, 10, Stop)).Select(join => join.Id).ShouldBe([first.Id]);
        var found = (await Stores.Joins.FindAsync("acc", first.Id, Stop))!;
        (found.Status, found.Progress, found.CreatedAt, found.Plan.Clips[0]).ShouldBe((JoinStatus.Queued, 0, first.CreatedAt, first.Plan.Clips[0]));
        (await Stores.Joins.FindAsync("acc", foreign.Id, Stop)).ShouldBeNull();
        (await Stores.Joins.DeleteAsync("acc", foreign.Id, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Key_makes_one_join_and_an_account_has_so_many_waiting()
    {
        await FundAsync(0);
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Stores.Joins.AddAsync(New(), new("key", "hash"), Stop)));
        same.Count(result => result is JoinResult.Accepted { Replayed: false }).ShouldBe(1);
        same.Select(result => ((JoinResult.Accepted)result).Join.Id).Distinct().ShouldHaveSingleItem();
        (await Stores.Joins.AddAsync(New(), new("key", "other"), Stop)).ShouldBeOfType<JoinResult.KeyConflict>();

        var many = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Stores.Joins.AddAsync(New(), null, Stop)));
        many.Count(result => result is JoinResult.Accepted).ShouldBe(19);
        many.Count(result => result is JoinResult.TooMany).ShouldBe(6);
    }

    [Fact]
    public async Task Claim_is_one_nodes_until_it_lapses_and_who_lost_it_brings_nothing_in()
    {
        await FundAsync(0);
        var join = await AddAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(node => Stores.Joins.ClaimAsync(new($"node {node}", Time), Some.Now, Stop)));
        var claimed = claims.OfType<Join>().ShouldHaveSingleItem();
        (claimed.Status, claimed.Tries, claimed.StartedAt).ShouldBe((JoinStatus.Running, 1, Some.Now));
        var owner = $"node {Array.FindIndex(claims, claim => claim is not null)}";
        (await Stores.Joins.RenewAsync(join.Id, new(owner, Time), 40, Stop)).ShouldBeTrue();
        (await Stores.Joins.FindAsync("acc", join.Id, Stop))!.Progress.ShouldBe(40);
        (await Stores.Joins.IsAnyDueAsync(Stop)).ShouldBeFalse();

        await SetClockAsync(Some.Now + Time);
        (await Stores.Joins.ClaimAsync(new("heir", Time), Some.Now, Stop))!.Tries.ShouldBe(2);
        await ExpectAsync();
        (await Stores.Joins.RenewAsync(join.Id, new(owner, Time), 50, Stop)).ShouldBeFalse();
        (await Stores.Joins.CompleteAsync(join.Id, owner, Film, Some.Now, Stop)).ShouldBeFalse();
        (await Stores.Joins.FailAsync(join.Id, owner, "late", Some.Now, Stop)).ShouldBeFalse();
        (await LooseAsync()).ShouldBe(Film.Files, "what the one that is late has made is nobody's");

        await ExpectAsync();
        (await Stores.Joins.CompleteAsync(join.Id, "heir", Film, Some.Now, Stop)).ShouldBeTrue();
        var made = (await Stores.Joins.FindAsync("acc", join.Id, Stop))!;
        (made.Status, made.Progress, made.Output!.VideoKey, made.CompletedAt).ShouldBe((JoinStatus.Succeeded, 100, Film.VideoKey, Some.Now));
        (await LooseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Film_whose_files_were_swept_is_not_taken_and_one_that_is_deleted_leaves_its_files_to_the_sweep()
    {
        await FundAsync(0);
        var join = await AddAsync();
        await Stores.Joins.ClaimAsync(new("node", Time), Some.Now, Stop);
        await Should.ThrowAsync<IOException>(Stores.Joins.CompleteAsync(join.Id, "node", Film, Some.Now, Stop));
        (await Stores.Joins.FindAsync("acc", join.Id, Stop))!.Status.ShouldBe(JoinStatus.Running);

        await ExpectAsync();
        await Stores.Joins.CompleteAsync(join.Id, "node", Film, Some.Now, Stop);
        (await Stores.Joins.DeleteAsync("acc", join.Id, Stop)).ShouldBeTrue();
        (await Stores.Joins.FindAsync("acc", join.Id, Stop)).ShouldBeNull();
        (await Stores.Loose.ClaimAsync(Time, 10, Stop)).ShouldBe(Film.Files);
    }

    [Fact]
    public async Task Music_is_kept_while_a_film_waits_for_it()
    {
        await FundAsync(0);
        var sound = new Asset("asset_music", "acc", "uploads/music", new("audio/mpeg", 0, 0, 5, 0, null, "mp3"), 5, "hash", Some.Now);
        await Stores.Loose.ExpectAsync([sound.Key], TimeSpan.FromHours(1), Stop);
        await Stores.Assets.AddAsync(sound, Stop);
        var join = New();
        await Stores.Joins.AddAsync(join with { Plan = join.Plan with { Music = new(sound.Id, sound.Key, 50) } }, null, Stop);
        await Stores.Assets.DropAsync(sound, TimeSpan.Zero, Stop);
        (await Stores.Assets.FindAsync("acc", sound.Id, Stop)).ShouldNotBeNull();
        await Stores.Joins.DeleteAsync("acc", join.Id, Stop);
        await Stores.Assets.DropAsync(sound, TimeSpan.Zero, Stop);
        (await Stores.Assets.FindAsync("acc", sound.Id, Stop)).ShouldBeNull();
    }

    private async Task<Join> AddAsync(string account = "acc") => ((JoinResult.Accepted)await Stores.Joins.AddAsync(New(account), null, Stop)).Join;

    private Task<bool> ExpectAsync() => Stores.Loose.ExpectAsync(Film.Files, TimeSpan.FromDays(1), Stop);

    // Without waiting for a day: those that a far future would sweep, as they are now.
    private Task<List<string>> LooseAsync() => Stores.Database.ReadAsync(session => session.QueryAsync("SELECT key FROM loose_files", row => row.GetString(0)), Stop);

    private static Join New(string account = "acc")
    {
        var at = Some.Now.AddMilliseconds(Interlocked.Increment(ref _made));
        return new()
        {
            Id = "join_" + Guid.CreateVersion7(at).ToString("N"),
            AccountId = account,
            CreatedAt = at,
            Plan = new() { Clips = [new("gen_1", 0, "outputs/1.mp4", 0, 2, true)], KeepSound = true, Fades = false, Width = 64, Height = 36, FrameRate = 24 },
        };
    }
}
