using Kinora.Core.Generations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Generations;

public sealed class AbsenceWatchTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly AbsenceWatch _watch;

    public AbsenceWatchTests()
    {
        var engine = new KinoraEngine(_engine.Callbacks);
        engine.Start(null);
        _watch = new(engine, _engine.Leases, _engine.Store, _engine.Clock, NullLogger<AbsenceWatch>.Instance);
    }

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
        var planned = await _engine.Store.NextDueAsync(GenerationStatus.Running, Stop);
        await _engine.Leases.TryHoldAsync("node/0", "node/0", TimeSpan.FromSeconds(15), Stop);
        await _watch.StartAsync(Stop);
        await Soon.HoldsAsync(() => Task.FromResult(_engine.Clock.IsAwaited));
        (await _engine.Store.NextDueAsync(GenerationStatus.Running, Stop)).ShouldBe(planned);
        _engine.Clock.Advance(TimeSpan.FromSeconds(25));
        await Soon.HoldsAsync(async () => await _engine.Store.NextDueAsync(GenerationStatus.Running, Stop) < planned);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        await _engine.DisposeAsync();
    }

    private async Task RunningAsync()
    {
        var accepted = await _engine.AcceptAsync();
        (await _engine.StepAsync(accepted.Id)).Status.ShouldBe(GenerationStatus.Running);
    }

    private Task DueIsAsync(DateTimeOffset at) => Soon.HoldsAsync(async () => await _engine.Store.NextDueAsync(GenerationStatus.Running, Stop) == at);
}
