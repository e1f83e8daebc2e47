using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Retention;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Retention;

public sealed class FileRetentionTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_that_nothing_refers_to_are_deleted_when_their_time_has_come()
    {
        var (loose, kept) = (await FileAsync("outputs/loose.mp4"), await FileAsync("outputs/kept.mp4"));
        await SucceedAsync(kept);
        await _engine.Loose.ExpectAsync(["outputs/never-written.mp4"], TimeSpan.FromHours(1), Stop);
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync(loose)).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync(loose)).ShouldBeFalse();
        (await ThereAsync(kept)).ShouldBeTrue();
        (await _engine.Loose.ExpectAsync([loose], TimeSpan.FromHours(1), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Outputs_are_kept_for_ever_unless_a_time_is_set()
    {
        var done = await SucceedAsync(await FileAsync("outputs/kept.mp4"));
        _engine.Clock.Advance(TimeSpan.FromDays(1000));
        await Retention(new()).RunAsync(Stop);
        (await _engine.FindAsync(done.Id)).ExpiredAt.ShouldBeNull();
        (await ThereAsync("outputs/kept.mp4")).ShouldBeTrue();
    }

    [Fact]
    public async Task Outputs_that_were_kept_long_enough_go_and_the_generation_says_so()
    {
        var retention = Retention(new() { Outputs = TimeSpan.FromDays(7) });
        var done = await SucceedAsync(await FileAsync("outputs/old.mp4"));
        _engine.Clock.Advance(TimeSpan.FromDays(5));
        var later = await SucceedAsync(await FileAsync("outputs/new.mp4"));
        await retention.RunAsync(Stop);
        (await ThereAsync("outputs/old.mp4")).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromDays(2));
        await retention.RunAsync(Stop);
        (await ThereAsync("outputs/old.mp4")).ShouldBeFalse();
        var expired = await _engine.FindAsync(done.Id);
        (expired.Status, expired.ExpiredAt, expired.Outputs.Count).ShouldBe((GenerationStatus.Succeeded, _engine.Clock.GetUtcNow(), 1));
        (await _engine.Store.HistoryAsync(done.Id, Stop))[^1].Cause.ShouldBe("expired");
        (await ThereAsync("outputs/new.mp4")).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromDays(5));
        await retention.RunAsync(Stop);
        (await _engine.FindAsync(later.Id)).ExpiredAt.ShouldNotBeNull();
        (await _engine.FindAsync(done.Id)).Version.ShouldBe(expired.Version);
        await _engine.MoneyShouldBeAsync(balance: 800, held: 0);
    }

    [Fact]
    public async Task Outputs_are_kept_from_their_end_on_however_long_ago_they_were_asked_for()
    {
        var retention = Retention(new() { Outputs = TimeSpan.FromHours(12) });
        var done = await SucceedAsync(await FileAsync("outputs/late.mp4"), took: TimeSpan.FromHours(20));
        await retention.RunAsync(Stop);
        (await ThereAsync("outputs/late.mp4")).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromHours(12));
        await retention.RunAsync(Stop);
        (await _engine.FindAsync(done.Id)).ExpiredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Unused_uploads_go_with_their_files()
    {
        await _engine.AcceptAsync();
        var key = await FileAsync("uploads/picture.png");
        var thumbnail = await FileAsync("uploads/picture.thumbnail.webp");
        var upload = new Asset("asset_1", "acc", key, new("image/png", 1, 1, 0, 0, "png", null), 1, "hash", Some.Now) { ThumbnailKey = thumbnail };
        await _engine.Index.AddAsync(upload, Stop);
        _engine.Clock.Advance(TimeSpan.FromDays(29));
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync(key)).ShouldBeTrue();
        (await ThereAsync(thumbnail)).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        await Retention(new() { Uploads = null }).RunAsync(Stop);
        (await ThereAsync(key)).ShouldBeTrue();
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync(key)).ShouldBeFalse();
        (await ThereAsync(thumbnail)).ShouldBeFalse();
        (await _engine.Index.FindAsync("acc", "asset_1", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_deleted_loses_its_files_when_it_can_be_had_back_no_more()
    {
        var done = await SucceedAsync(await FileAsync("outputs/deleted.mp4"));
        (await _engine.Stores.Library.DeleteAsync("acc", done.Id, _engine.Clock.GetUtcNow(), Stop)).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync("outputs/deleted.mp4")).ShouldBeTrue();
        _engine.Clock.Advance(TimeSpan.FromSeconds(1));
        await Retention(new()).RunAsync(Stop);
        (await ThereAsync("outputs/deleted.mp4")).ShouldBeFalse();
        (await _engine.Stores.Library.RestoreAsync("acc", done.Id, default, Stop)).ShouldBeFalse();
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private FileRetention Retention(RetentionTimes times)
    {
        var options = new CoreOptions
        {
            DataFolder = "", CatalogFolder = "", Retention = times,
            ProviderAccounts = [],
        };
        return new(_engine.Index, _engine.Loose, _engine.Files, _engine.Stores.Books, _engine.Store, _engine.Stores.Library, options, _engine.Clock);
    }

    private async Task<string> FileAsync(string key)
    {
        await _engine.Loose.ExpectAsync([key], TimeSpan.FromHours(1), Stop);
        var path = _engine.Files.TemporaryPath("made");
        await File.WriteAllTextAsync(path, key, Stop);
        await _engine.Files.ImportAsync(key, path, Stop);
        return key;
    }

    private async Task<bool> ThereAsync(string key)
    {
        await using var content = await _engine.Files.OpenAsync(key, Stop);
        return content is not null;
    }

    /// <summary>A finished generation whose only file this is.</summary>
    private async Task<Generation> SucceedAsync(string key, TimeSpan took = default)
    {
        var now = _engine.Clock.GetUtcNow();
        var accepted = await _engine.AcceptAsync(g => g with { Id = "gen_" + Guid.CreateVersion7(now).ToString("N") });
        await _engine.Loose.ExpectAsync([key], took + TimeSpan.FromHours(1), Stop);
        _engine.Clock.Advance(took);
        now = _engine.Clock.GetUtcNow();
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), now)!;
        var running = submitting.Generation.Submitted("a", "task", now, now, "answered")!;
        var collecting = running.Generation.ProviderSucceeded(new(ProviderTaskState.Succeeded, "success"), now, "poll")!;
        var done = collecting.Generation.Collected([Some.Output(key)], now)!;
        foreach (var result in await _engine.Store.CommitAsync([submitting, running, collecting, done], Stop)) result.Outcome.ShouldBe(CommitOutcome.Applied);
        return done.Generation;
    }
}
