using System.Security.Cryptography;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Joins;
using Kinora.Core.Media;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Tests.Media;
using Kinora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Storage;

/// <summary>Films are made once on every engine, whatever becomes of who makes them. With real clips and FFmpeg.</summary>
public abstract class JoinMakerCompliance : StoreCompliance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-joins-").FullName;
    private readonly FakeClock _clock = new(Some.Now);
    private readonly MediaProcess _process = new(TimeProvider.System);
    private readonly GuardedHttp _http = new(new(), TimeProvider.System);
    private readonly HookedStore _assets;

    protected JoinMakerCompliance(TestEngine engine) : base(engine) => _assets = new(new FolderAssetStore(_folder));

    [Fact]
    public async Task Film_of_a_node_that_died_is_made_again_once_and_nothing_is_left_lying()
    {
        var join = await AddAsync("a.mp4", "b.mp4");
        var dead = (await Stores.Joins.ClaimAsync(new("dead", JoinMaker.LeaseTime), Some.Now, Stop))!;
        (await Maker().MakeNextAsync(Stop)).ShouldBeFalse("its lease holds");

        await SetClockAsync(Some.Now + JoinMaker.LeaseTime);
        var nodes = await Task.WhenAll(Maker().MakeNextAsync(Stop), Maker().MakeNextAsync(Stop));
        nodes.Count(made => made).ShouldBe(1);
        (await Maker().MakeNextAsync(Stop)).ShouldBeFalse("it is made");

        var done = await FindAsync(join);
        (done.Status, done.Progress, done.Tries, done.Failure).ShouldBe((JoinStatus.Succeeded, 100, 2, null));
        var film = done.Output!;
        film.Facts.ShouldBe(new MediaFacts("video/mp4", 64, 36, 4, 24, "h264", "aac"));
        await using (var stored = (await _assets.OpenAsync(film.VideoKey, Stop)).ShouldNotBeNull())
            Convert.ToHexStringLower(await SHA256.HashDataAsync(stored, Stop)).ShouldBe(film.Sha256);
        film.PosterKey.ShouldNotBeNull();
        Files("joins").Count().ShouldBe(film.Files.Count);
        Files("tmp").ShouldBeEmpty();
        (await Stores.Joins.CompleteAsync(dead.Id, "dead", film, Some.Now, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Film_that_is_deleted_while_it_is_made_is_broken_off()
    {
        var join = await AddAsync("a.mp4", "b.mp4");
        _assets.OnOpen = async (key, stop) =>
        {
            if (key != "outputs/b.mp4") return;
            await Stores.Joins.DeleteAsync("acc", join.Id, Stop);
            _clock.Advance(JoinMaker.LeaseTime / 3);
            await new TaskCompletionSource().Task.WaitAsync(stop);
        };
        (await Maker().MakeNextAsync(Stop)).ShouldBeTrue();
        (await Stores.Joins.ListAsync("acc", null, 10, Stop)).ShouldBeEmpty();
        Files("tmp").ShouldBeEmpty();
        Files("joins").ShouldBeEmpty();
    }

    [Fact]
    public async Task Node_that_stops_gives_its_film_back_at_once()
    {
        var join = await AddAsync("a.mp4", "b.mp4");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _assets.OnOpen = async (key, stop) =>
        {
            if (key == "outputs/b.mp4") await stopping.CancelAsync();
            stop.ThrowIfCancellationRequested();
        };
        await Should.ThrowAsync<OperationCanceledException>(Maker().MakeNextAsync(stopping.Token));
        var waiting = await FindAsync(join);
        (waiting.Status, waiting.Tries).ShouldBe((JoinStatus.Queued, 0));
        Files("tmp").ShouldBeEmpty();
        (await Stores.Joins.IsAnyDueAsync(Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_longer_stored_fails_at_once_with_the_clip_and_what_cannot_be_made_after_some_tries()
    {
        var gone = await AddAsync("a.mp4", "b.mp4");
        await _assets.DeleteAsync("outputs/b.mp4", Stop);
        await Maker().MakeNextAsync(Stop);
        var failed = await FindAsync(gone);
        (failed.Status, failed.Failure).ShouldBe((JoinStatus.Failed, "The video of clip 2 (gen_b.mp4) is no longer stored."));

        var broken = await AddAsync("c.mp4");
        await StoreAsync("outputs/c.mp4", "no video"u8.ToArray());
        for (var turn = 1; turn <= 20 && (await FindAsync(broken)).Status is not JoinStatus.Failed; turn++)
        {
            await Maker().MakeNextAsync(Stop);
            await SetClockAsync(Some.Now.AddMinutes(10 * turn));
        }

        failed = await FindAsync(broken);
        (failed.Tries, failed.Failure).ShouldBe((JoinMaker.MostTries, "The film could not be made: ffmpeg failed."));
        Files("tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Film_that_takes_every_node_down_is_given_up()
    {
        var join = await AddAsync("a.mp4", "b.mp4");
        for (var death = 1; death <= JoinMaker.MostTries; death++)
        {
            (await Stores.Joins.ClaimAsync(new("dead", JoinMaker.LeaseTime), Some.Now, Stop)).ShouldNotBeNull();
            await SetClockAsync(Some.Now.AddMinutes(death));
        }

        await Maker().MakeNextAsync(Stop);
        var failed = await FindAsync(join);
        (failed.Status, failed.Failure, failed.Output).ShouldBe((JoinStatus.Failed, "It was broken off 4 times.", null));
    }

    private JoinMaker Maker()
    {
        var pictures = new PictureMaker(_process, NullLogger<PictureMaker>.Instance);
        var outputs = new OutputMedia(_http, _assets, Stores.Loose, new(_process), pictures);
        return new(Stores.Joins, new(_assets, new(_process), outputs), _clock, NullLogger<JoinMaker>.Instance);
    }

    private async Task<Join> AddAsync(params string[] clips)
    {
        if (await Stores.Accounts.FindAsync("acc", Stop) is null) await FundAsync(0);
        foreach (var clip in clips) await StoreAsync("outputs/" + clip, await Clips.OfAsync("mp4"));
        var join = new Join
        {
            Id = "join_" + Guid.CreateVersion7().ToString("N"),
            AccountId = "acc",
            CreatedAt = Some.Now,
            Plan = new()
            {
                Clips = [.. clips.Select(clip => new JoinClip("gen_" + clip, 0, "outputs/" + clip, 0, 2, true))],
                KeepSound = true, Fades = false, Width = 64, Height = 36, FrameRate = 24,
            },
        };
        (await Stores.Joins.AddAsync(join, null, Stop)).ShouldBeOfType<JoinResult.Accepted>();
        return join;
    }

    private async Task StoreAsync(string key, byte[] content)
    {
        var path = _assets.TemporaryPath("new");
        await File.WriteAllBytesAsync(path, content, Stop);
        await _assets.ImportAsync(key, path, Stop);
    }

    private async Task<Join> FindAsync(Join join) => (await Stores.Joins.FindAsync("acc", join.Id, Stop)).ShouldNotBeNull();

    private IEnumerable<string> Files(string under) =>
        Directory.Exists(Path.Combine(_folder, under)) ? Directory.EnumerateFiles(Path.Combine(_folder, under), "*", SearchOption.AllDirectories) : [];

    protected override void Clean()
    {
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class HookedStore(IAssetStore inner) : IAssetStore
    {
        /// <summary>Before a key is opened.</summary>
        public Func<string, CancellationToken, Task> OnOpen { get; set; } = (_, _) => Task.CompletedTask;

        public Task ImportAsync(string key, string path, CancellationToken cancellationToken) => inner.ImportAsync(key, path, cancellationToken);

        public async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
        {
            await OnOpen(key, cancellationToken);
            return await inner.OpenAsync(key, cancellationToken);
        }

        public Task DeleteAsync(string key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);

        public Task<Uri?> LinkAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken) =>
            inner.LinkAsync(key, lifetime, downloadName, cancellationToken);

        public string TemporaryPath(string extension) => inner.TemporaryPath(extension);
    }
}
