using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class SyncTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task Success_is_seen_at_once_and_the_history_says_who_looked()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => Succeeded();
        var result = (await _engine.Sync.SyncAsync(running.Id, default))!;
        (result.Asked, result.Message).ShouldBe((true, "The provider has made the video."));
        _engine.Provider.SlotsRead.ShouldBe(1);
        result.Generation.Status.ShouldBe(GenerationStatus.Collecting);
        (await _engine.Store.HistoryAsync(running.Id, default))[^1].Cause.ShouldBe("sync");
        var again = (await _engine.Sync.SyncAsync(running.Id, default))!;
        (again.Asked, again.Message).ShouldBe((false, "The provider has made the video; it is being stored."));
        _engine.Provider.SlotsRead.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_seen_at_once()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        var result = (await _engine.Sync.SyncAsync(running.Id, default))!;
        (result.Generation.Failure!.Message, result.Message).ShouldBe(("It broke.", "The provider says that it failed."));
    }

    [Fact]
    public async Task A_late_success_that_is_on_its_way_is_not_asked_about()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        await _engine.StepAsync(generation.Id);
        _engine.Provider.OnObserve = _ => Succeeded();
        await _engine.Sync.SyncAsync(generation.Id, default);
        var result = (await _engine.Sync.SyncAsync(generation.Id, default))!;
        (result.Asked, result.Message).ShouldBe((false, "The provider has made the video; it is being stored."));
    }

    [Fact]
    public async Task Nobody_can_spend_the_budget_of_reads_by_asking_again_and_again()
    {
        var running = await RunningAsync();
        var first = (await _engine.Sync.SyncAsync(running.Id, default))!;
        (first.Asked, first.Message).ShouldBe((true, "The provider is still at work. It calls that \"generating\"."));
        for (var i = 0; i < 10; i++)
        {
            var again = (await _engine.Sync.SyncAsync(running.Id, default))!;
            (again.Asked, again.Message).ShouldBe((false, "The provider was asked a moment ago and was still at work."));
        }

        _engine.Provider.Observations.Count.ShouldBe(1);
        _engine.Clock.Advance(TimeSpan.FromSeconds(2));
        (await _engine.Sync.SyncAsync(running.Id, default))!.Asked.ShouldBeTrue();
    }

    [Fact]
    public async Task What_failed_in_vain_is_found_even_when_nobody_looks_any_more()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        generation = await _engine.StepAsync(generation.Id);
        for (var looks = 0; looks < 50 && generation.DueAt is { } due; looks++)
        {
            _engine.Clock.Advance(due - _engine.Clock.GetUtcNow());
            generation = await _engine.StepAsync(generation.Id);
        }

        generation.DueAt.ShouldBeNull();
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        (await _engine.Sync.SyncAsync(generation.Id, default))!.Generation.DueAt.ShouldBeNull();
        _engine.Provider.OnObserve = _ => Succeeded();
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        var found = (await _engine.Sync.SyncAsync(generation.Id, default))!.Generation;
        found.ProviderOutputs.ShouldNotBeEmpty();
        found.DueAt.ShouldBe(_engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_provider_that_cannot_be_asked_is_told_of_and_asked_again_by_schedule()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => throw new ProviderException("HTML page");
        var result = (await _engine.Sync.SyncAsync(running.Id, default))!;
        result.Message.ShouldContain("HTML page");
        result.Generation.DueAt.ShouldNotBeNull().ShouldBeGreaterThan(_engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_no_provider_has_or_what_has_ended_says_so()
    {
        var accepted = await _engine.AcceptAsync();
        (await _engine.Sync.SyncAsync(accepted.Id, default))!.Message.ShouldContain("queued");
        await _engine.Canceler.CancelAsync(accepted.Id, default);
        (await _engine.Sync.SyncAsync(accepted.Id, default))!.Message.ShouldContain("ended");
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var waiting = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (await _engine.Sync.SyncAsync(waiting.Id, default))!.Message.ShouldContain("submitting");
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await _engine.StepAsync(waiting.Id);
        (await _engine.Sync.SyncAsync(waiting.Id, default))!.Message.ShouldContain("never named a task");
        (await _engine.Sync.SyncAsync("gen_none", default)).ShouldBeNull();
        _engine.Provider.Observations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_video_that_was_lost_is_not_said_to_be_on_its_way()
    {
        _engine.Provider.OnObserve = _ => Succeeded();
        var generation = (await _engine.Sync.SyncAsync((await RunningAsync()).Id, default))!.Generation;
        for (var tries = 0; tries < 20 && generation.DueAt is { } due; tries++)
        {
            (await _engine.Sync.SyncAsync(generation.Id, default))!.Message.ShouldContain("is being stored");
            if (due > _engine.Clock.GetUtcNow()) _engine.Clock.Advance(due - _engine.Clock.GetUtcNow());
            generation = await _engine.StepAsync(generation.Id);
        }

        generation.Failure!.Code.ShouldBe(FailureCode.OutputLost);
        (await _engine.Sync.SyncAsync(generation.Id, default))!.Message.ShouldContain("not tried any more");
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<Generation> RunningAsync() => await _engine.StepAsync((await _engine.AcceptAsync()).Id);

    private static ProviderObservation Succeeded() => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://127.0.0.1/a.mp4")] };
}
