using Kinora.Core.Callbacks;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

/// <summary>Generations that Kinora gave up on, over the time that it still looks after them.</summary>
public sealed class GivenUpTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task It_is_looked_at_after_15_30_60_seconds_and_so_on_twelve_times_and_once_more()
    {
        var generation = await GivenUpAsync();
        (await _engine.Store.HistoryAsync(generation.Id, default))[^1].Cause.ShouldBe("deadline");
        var waits = new List<double>();
        while (generation.DueAt is { } due && waits.Count < 50)
        {
            waits.Add((due - _engine.Clock.GetUtcNow()).TotalSeconds);
            _engine.Clock.Advance(due - _engine.Clock.GetUtcNow());
            generation = await _engine.StepAsync(generation.Id);
        }

        waits.ShouldBe([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600]);
        _engine.Provider.Observations.Count.ShouldBe(1 + waits.Count);
        _engine.Provider.SlotsRead.ShouldBe(waits.Count);
    }

    [Fact]
    public async Task A_callback_begins_the_looks_anew()
    {
        var generation = await GivenUpAsync();
        for (var looks = 0; looks < 5; looks++) generation = await _engine.NextAsync(generation);
        (await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1"), default)).ShouldBe(CallbackOutcome.Late);
        generation = await _engine.StepAsync(generation.Id);
        (generation.DueAt - _engine.Clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_callback_about_what_the_provider_has_failed_changes_nothing()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        var failed = await _engine.NextAsync(running);
        (await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1"), default)).ShouldBe(CallbackOutcome.Duplicate);
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(failed.Version);
    }

    [Fact]
    public async Task A_late_success_that_cannot_be_brought_home_is_tried_for_a_while_without_asking_the_provider_each_time()
    {
        var generation = await GivenUpAsync();

        // A loopback address that no provider named: the guarded client refuses it without any network.
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://127.0.0.1/a.mp4")] };
        generation = await _engine.NextAsync(generation);
        var asked = _engine.Provider.Observations.Count;
        var tries = 0;
        for (; tries < 50 && generation.DueAt is not null; tries++) generation = await _engine.NextAsync(generation);
        tries.ShouldBe(8);
        _engine.Provider.Observations.Count.ShouldBe(asked);
        (generation.Status, generation.Failure!.Code).ShouldBe((GenerationStatus.Failed, FailureCode.Deadline));
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<Generation> RunningAsync() => await _engine.StepAsync((await _engine.AcceptAsync()).Id);

    private async Task<Generation> GivenUpAsync()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        generation = await _engine.StepAsync(generation.Id);
        generation.Failure!.Code.ShouldBe(FailureCode.Deadline);
        return generation;
    }
}
