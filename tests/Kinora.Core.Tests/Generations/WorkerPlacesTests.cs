using Kinora.Core.Generations;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;

namespace Kinora.Core.Tests.Generations;

/// <summary>How many a worker takes, and when it looks.</summary>
public sealed class WorkerPlacesTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly HeldStep _step = new();
    private readonly FakeClock _clock = new(Some.Now);
    private readonly CapturedLog<GenerationWorker> _log = new();
    private readonly KinoraEngine _gate;
    private readonly GenerationWorker _worker;

    public WorkerPlacesTests()
    {
        _gate = new KinoraEngine(_engine.Callbacks);
        _worker = new(GenerationStatus.Queued, "", _step, _gate, _engine.Store, _engine.Signals, _clock, _log);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twice_as_many_are_asked_for_while_all_places_are_filled_and_one_after_that()
    {
        await StartAsync(due: 10);
        await _step.NextAsync(10);
        _step.Asked.ShouldBe([1, 2, 4, 8]);
        await AcceptAsync();
        await _step.NextAsync();
        _step.Asked.Take(5).ShouldBe([1, 2, 4, 8, 1]);
    }

    [Fact]
    public async Task As_many_run_at_once_as_the_step_allows_and_the_next_begins_when_one_ends()
    {
        _step.MostAtOnce = 4;
        await StartAsync(due: 7);
        var first = await _step.NextAsync();
        await _step.NextAsync(3);
        _step.Asked.ShouldBe([1, 2, 1]);

        // Long enough to look anyway, had it a place.
        for (var waits = 0; waits < 2; waits++)
        {
            await AsleepAsync();
            _clock.Advance(TimeSpan.FromSeconds(15));
        }

        await AsleepAsync();
        first.SetResult();
        var fifth = await _step.NextAsync();
        fifth.SetResult();
        await _step.NextAsync();
        _step.Asked.ShouldBe([1, 2, 1, 1, 1]);
        NoFaults();
    }

    [Fact]
    public async Task With_nothing_due_the_database_is_asked_four_times_a_minute_all_the_same()
    {
        await StartAsync(due: 0);
        await AsleepAsync();
        _engine.Signals.Pulse(WorkKind.Dispatch);
        await AsleepAsync();
        _step.Asked.ShouldBeEmpty();
        for (var looks = 1; looks <= 3; looks++)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(15), asked: looks);
            _step.Asked.Count.ShouldBe(looks);
        }

        NoFaults();
    }

    [Fact]
    public async Task What_the_database_does_not_hold_to_be_due_yet_is_asked_for_once_a_second()
    {
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _engine.AcceptAsync(generation => generation with { CreatedAt = Some.Now.AddSeconds(5) });
        await _engine.Signals.WaitAsync(WorkKind.Dispatch, "", TimeSpan.FromSeconds(1), _clock, Stop);
        await StartAsync(due: 0);
        await Soon.HoldsAsync(() => Task.FromResult(_step.Asked.Count == 1));
        for (var looks = 2; looks <= 4; looks++) await AdvanceAsync(TimeSpan.FromSeconds(1), asked: looks);
        await AsleepAsync();
        _step.Asked.Count.ShouldBe(4);
        _engine.Clock.Advance(TimeSpan.FromSeconds(5));
        await AdvanceAsync(TimeSpan.FromSeconds(1), asked: 5);
        await _step.NextAsync();
        NoFaults();
    }

    [Fact]
    public async Task A_step_that_blocks_its_thread_keeps_no_other_from_beginning()
    {
        using var other = new SemaphoreSlim(0);
        var blocking = new BlockingStep(other);
        var worker = new GenerationWorker(GenerationStatus.Queued, "", blocking, _gate, _engine.Store, _engine.Signals, _clock, _log);
        for (var i = 0; i < 2; i++) await _engine.AcceptAsync();
        _gate.Start(null, null);
        await worker.StartAsync(Stop);
        (await blocking.First.Task.WaitAsync(Stop)).ShouldBeTrue();
        await worker.StopAsync(Stop);
        await worker.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_taken_before_the_engine_starts_and_a_worker_that_never_did_can_be_stopped()
    {
        await _engine.AcceptAsync();
        await _worker.StartAsync(Stop);
        _step.Asked.ShouldBeEmpty();
        await _worker.StopAsync(Stop);
        _worker.ExecuteTask!.IsCompleted.ShouldBeTrue();
        _step.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Disposing_stops_a_worker_that_nobody_has_stopped()
    {
        await StartAsync(due: 0);
        await _worker.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Stop);
        _worker.ExecuteTask!.IsCompleted.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        _step.Release();
        await _worker.StopAsync(CancellationToken.None);
        await _worker.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private async Task StartAsync(int due)
    {
        for (var i = 0; i < due; i++) await AcceptAsync();
        _gate.Start(null, null);
        await _worker.StartAsync(Stop);
    }

    private Task AcceptAsync() => _engine.AcceptAsync(generation => generation with { Quote = Some.Generation(credits: 1).Quote });

    private async Task AdvanceAsync(TimeSpan by, int asked)
    {
        await AsleepAsync();
        _clock.Advance(by);
        await Soon.HoldsAsync(() => Task.FromResult(_step.Asked.Count >= asked));
    }

    // It waits for its next look, and for the next renewal of its leases.
    private Task AsleepAsync() => Soon.HoldsAsync(() => Task.FromResult(_clock.Waits == 2));

    private void NoFaults() => _log.Count("").ShouldBe(0);

    /// <summary>Its first one blocks until a second one begins.</summary>
    private sealed class BlockingStep(SemaphoreSlim second) : IGenerationStep
    {
        private int _begun;

        public TaskCompletionSource<bool> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task TakeAsync(Generation generation, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _begun) > 1) second.Release();
            else First.SetResult(second.Wait(TimeSpan.FromSeconds(20), cancellationToken));
            return Task.CompletedTask;
        }
    }
}
