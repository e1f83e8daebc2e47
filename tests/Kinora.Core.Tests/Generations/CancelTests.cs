using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class CancelTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task What_is_queued_is_withdrawn_for_nothing_and_stays_withdrawn()
    {
        var accepted = await _engine.AcceptAsync();
        (await _engine.Canceler.CancelAsync(accepted.Id, default)).ShouldBeOfType<CancelResult.Canceled>();
        (await _engine.Canceler.CancelAsync(accepted.Id, default)).ShouldBeOfType<CancelResult.Canceled>();
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
        (await _engine.Canceler.CancelAsync("gen_none", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_that_can_stop_a_task_is_asked_to_and_nothing_is_charged()
    {
        var running = await RunningAsync();
        _engine.Provider.OnCancel = task => task == "task_1" ? ProviderCancellation.Stopped : ProviderCancellation.Impossible;
        var canceled = (await _engine.Canceler.CancelAsync(running.Id, default)).ShouldBeOfType<CancelResult.Canceled>().Generation;
        canceled.Status.ShouldBe(GenerationStatus.Canceled);
        canceled.DueAt.ShouldBeNull();
        (await _engine.Store.HistoryAsync(running.Id, default))[^1].Detail.ShouldBe("The provider stopped it.");
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_success_that_is_seen_before_the_stop_is_the_one_that_counts()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://127.0.0.1/a.mp4")] };
        _engine.Provider.OnCancel = _ =>
        {
            _engine.Settler.ObserveAsync(running, default).GetAwaiter().GetResult();
            return ProviderCancellation.Stopped;
        };
        var refused = (await _engine.Canceler.CancelAsync(running.Id, default)).ShouldBeOfType<CancelResult.Refused>();
        refused.Generation.Status.ShouldBe(GenerationStatus.Collecting);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 100);
    }

    [Theory]
    [InlineData(ProviderCancellation.Impossible, "cannot be told to stop")]
    [InlineData(ProviderCancellation.TooLate, "too far on")]
    public async Task What_cannot_be_stopped_goes_on_and_the_refusal_says_what_will_happen(ProviderCancellation answer, string words)
    {
        var running = await RunningAsync();
        _engine.Provider.OnCancel = _ => answer;
        (await _engine.Canceler.CancelAsync(running.Id, default)).ShouldBeOfType<CancelResult.Refused>().Reason.ShouldContain(words);
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(running.Version);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_asked_leaves_everything_as_it_is()
    {
        var running = await RunningAsync();
        _engine.Provider.OnCancel = _ => throw new ProviderException("timed out");
        (await _engine.Canceler.CancelAsync(running.Id, default)).ShouldBeOfType<CancelResult.Refused>().Reason.ShouldContain("timed out");
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(running.Version);
    }

    [Fact]
    public async Task Each_state_in_between_and_each_end_says_why_not()
    {
        var accepted = await _engine.AcceptAsync();
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        await ShouldBeRefusedAsync(await _engine.StepAsync(accepted.Id), "ends uncharged at 2026-01-01 00:02:00 UTC.");
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        await ShouldBeRefusedAsync(await _engine.StepAsync(accepted.Id), "It has failed");

        var other = await _engine.AcceptAsync();
        var submitting = other.BeginSubmission(Some.Attempt("a"), Some.Now)!;
        await _engine.Store.CommitAsync([submitting], default);
        await ShouldBeRefusedAsync(submitting.Generation, "at this moment");
        var running = submitting.Generation.Submitted("a", "task", Some.Now, Some.Now, "answered")!;
        var collecting = running.Generation.ProviderSucceeded(new(ProviderTaskState.Succeeded, "success"), Some.Now, "poll")!;
        await _engine.Store.CommitAsync([running, collecting], default);
        await ShouldBeRefusedAsync(collecting.Generation, "being stored");
        await _engine.Store.CommitAsync([collecting.Generation.Collected([], Some.Now)!], default);
        await ShouldBeRefusedAsync(collecting.Generation, "stored and charged");
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<Generation> RunningAsync() => await _engine.StepAsync((await _engine.AcceptAsync()).Id);

    private async Task ShouldBeRefusedAsync(Generation generation, string words) =>
        (await _engine.Canceler.CancelAsync(generation.Id, default)).ShouldBeOfType<CancelResult.Refused>().Reason.ShouldContain(words);
}
