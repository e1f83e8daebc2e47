using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Generations;

/// <summary>More polls are due than the provider's budget allows.</summary>
public sealed class PollingBudgetTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RationedPoller _step;
    private readonly GenerationWorker _worker;

    public PollingBudgetTests()
    {
        var engine = new KinoraEngine(_engine.Callbacks);
        engine.Start(_engine.Callbacks.Public, null);
        _step = new(_engine.Poller, _closed.Task);
        _worker = new(GenerationStatus.Running, "kie", _step, engine, _engine.Store, _engine.Signals, _engine.Clock, NullLogger<GenerationWorker>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_many_are_asked_about_as_it_allows_those_that_called_back_first_and_then_the_longest_due_and_the_others_are_not_even_leased()
    {
        var running = new List<Generation>();
        for (var i = 0; i < 6; i++) running.Add(await RunningAsync($"task_{i}"));
        _engine.Clock.Advance(running[^1].DueAt!.Value - _engine.Clock.GetUtcNow());
        await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.ElementAt(4), "task_4"), Stop);

        _step.Places = 3;
        await _worker.StartAsync(Stop);
        await Soon.HoldsAsync(() => Task.FromResult(_engine.Provider.Observations.Count == 3));
        _engine.Provider.Observations.Order().ShouldBe(["task_0", "task_1", "task_4"]);
        var claimed = await _engine.Store.ClaimAsync(GenerationStatus.Running, "kie", new("another node", TimeSpan.FromSeconds(15)), 10, Stop);
        claimed.Select(generation => generation.Attempt!.ProviderTaskId!).Order().ShouldBe(["task_2", "task_3", "task_5"]);
    }

    public async ValueTask DisposeAsync()
    {
        _closed.TrySetCanceled(CancellationToken.None);
        await _worker.StopAsync(CancellationToken.None);
        await _worker.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private async Task<Generation> RunningAsync(string taskId)
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted(taskId);
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Clock.Advance(TimeSpan.FromSeconds(1));
        return running;
    }

    /// <summary>The poller, with so many places and no more.</summary>
    private sealed class RationedPoller(GenerationPoller poller, Task closed) : IGenerationStep
    {
        public int Places { get; set; }

        public async Task<int> PlacesAsync(int most, CancellationToken cancellationToken)
        {
            if (Places == 0) await closed;
            var given = Math.Min(most, Places);
            Places -= given;
            return given;
        }

        public Task TakeAsync(Generation generation, CancellationToken cancellationToken) => poller.TakeAsync(generation, cancellationToken);
    }
}
