using Kinora.Core.Generations;
using Kinora.Core.Tests.Storage;

namespace Kinora.Core.Tests.Generations;

public sealed class AbsenceWatchTests : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private readonly EngineFixture _engine = new();
    private readonly CapturedLog<AbsenceWatch> _log = new();
    private readonly AbsenceWatch _watch;

    public AbsenceWatchTests() => _watch = Watch();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_finds_nobody_asks_about_everything_that_runs()
    {
        await RunningAsync();
        await _watch.StartAsync(Stop);
        await DueIsAsync(_engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_killed_node_is_missed_when_its_lease_lapses()
    {
        await RunningAsync();
        var planned = await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop);
        await OtherLivesAsync();
        await _watch.StartAsync(Stop);
        await TurnsAsync(1);
        (await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop)).ShouldBe(planned);
        _engine.Clock.Advance(TimeSpan.FromSeconds(20));
        await Soon.HoldsAsync(async () => await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop) < planned);
    }

    [Fact]
    public async Task Asked_about_is_what_runs_and_only_once()
    {
        var running = await RunningAsync();
        await _watch.StartAsync(Stop);
        await DueIsAsync(_engine.Clock.GetUtcNow());
        var next = await AskedAsync(running);
        await TurnsAsync(8);
        (await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop)).ShouldBe(next);
        _log.Count("1 running generations").ShouldBe(1);
        _log.Count("").ShouldBe(1);
    }

    [Fact]
    public async Task Where_nothing_runs_there_is_nothing_to_say()
    {
        await _watch.StartAsync(Stop);
        await TurnsAsync(8);
        _log.Count("").ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_nodes_that_start_together_the_first_one_asks()
    {
        _engine.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var second = Watch();
        var running = await RunningAsync();
        await _watch.StartAsync(Stop);
        await DueIsAsync(_engine.Clock.GetUtcNow());
        var next = await AskedAsync(running);
        await second.StartAsync(Stop);
        await TurnsAsync(8, watches: 2);
        await second.StopAsync(Stop);
        (await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop)).ShouldBe(next);
        _log.Count("running generations").ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_there_after_half_a_minute_lives_and_its_end_is_no_absence()
    {
        await RunningAsync();
        var planned = await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop);
        await OtherLivesAsync();
        await _watch.StartAsync(Stop);
        for (var turn = 0; turn < 8; turn++)
        {
            await TurnsAsync(1);
            await OtherLivesAsync();
        }

        await TurnsAsync(8);
        (await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop)).ShouldBe(planned);
        _log.Count("").ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        await _engine.DisposeAsync();
    }

    private AbsenceWatch Watch()
    {
        var engine = new KinoraEngine(_engine.Callbacks);
        engine.Start(null, null);
        return new(engine, _engine.Leases, _engine.Store, _engine.Clock, _log);
    }

    // A node that has been there for long: its name sorts first.
    private Task OtherLivesAsync() => _engine.Leases.TryHoldAsync("node/0", "node/0", TimeSpan.FromSeconds(15), Stop);

    private async Task<Generation> RunningAsync()
    {
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        running.Status.ShouldBe(GenerationStatus.Running);
        return running;
    }

    private async Task<DateTimeOffset?> AskedAsync(Generation running)
    {
        await _engine.Poller.TakeAsync(running, Stop);
        return await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop);
    }

    private async Task TurnsAsync(int turns, int watches = 1)
    {
        await TakenAsync(watches);
        for (var turn = 0; turn < turns; turn++)
        {
            _engine.Clock.Advance(BetweenLooks);
            await TakenAsync(watches);
        }
    }

    // A turn begins with the lease, held from then on.
    private Task TakenAsync(int watches) => Soon.HoldsAsync(async () => watches == await _engine.Stores.Database.ReadAsync(
        async session => (long)(await session.ScalarAsync(
            "SELECT COUNT(*) FROM leases WHERE name <> 'node/0' AND lapses_at = $1", _engine.Clock.GetUtcNow().AddSeconds(15).ToUnixTimeMilliseconds()))!,
        Stop));

    private Task DueIsAsync(DateTimeOffset at) => Soon.HoldsAsync(async () => await _engine.Store.NextDueAsync(GenerationStatus.Running, "kie", Stop) == at);
}
