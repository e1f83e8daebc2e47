using Kinora.Core.Generations;
using Kinora.Core.Polling;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Tests.Generations;

/// <summary>What polls and callbacks teach about how long generations take, and what follows from it.</summary>
public sealed class LearningTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private int _tasks;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LearnedDurations Known => _engine.Durations.Of(Some.Generation());

    [Fact]
    public async Task What_the_provider_says_that_it_took_is_believed()
    {
        var running = await RunningAsync();
        var before = Known.Slowest;
        await FinishAsync(running, took: TimeSpan.FromSeconds(20));
        Known.Slowest.ShouldNotBe(before);
        (await SavedAsync()).ShouldHaveSingleItem().At.Step.ShouldBe(DurationScale.Of(20));
    }

    [Fact]
    public async Task The_provider_may_have_begun_a_little_before_its_answer_was_read()
    {
        var running = await RunningAsync();
        var took = running.DueAt!.Value - Some.Now + TimeSpan.FromMinutes(1);
        await FinishAsync(running, took);
        (await SavedAsync()).ShouldHaveSingleItem().At.Step.ShouldBe(DurationScale.Of(took.TotalSeconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1_000_000)]
    public async Task A_duration_that_cannot_be_is_not_believed(int took)
    {
        var running = await RunningAsync();
        var due = running.DueAt!.Value - Some.Now;
        await FinishAsync(running, TimeSpan.FromSeconds(took));
        var saved = await SavedAsync();
        saved.Sum(count => count.Count).ShouldBe(1, 1e-6);
        saved.Max(count => count.At.Step).ShouldBe(DurationScale.Of(due.TotalSeconds));
    }

    [Fact]
    public async Task Without_the_providers_word_it_took_longer_than_until_the_last_poll_that_found_it_running()
    {
        _engine.Callbacks.Public = null;
        var running = await RunningAsync();
        var first = running.DueAt!.Value - Some.Now;
        running = await _engine.NextAsync(running);
        await FinishAsync(running, took: null);
        var saved = await SavedAsync();
        saved.Min(count => count.At.Step).ShouldBe(DurationScale.Of(first.TotalSeconds));
        saved.Max(count => count.At.Step).ShouldBe(DurationScale.Of((running.DueAt!.Value - Some.Now).TotalSeconds));
    }

    [Fact]
    public async Task A_callback_tells_the_moment()
    {
        var running = await RunningAsync();
        _engine.Clock.Advance(TimeSpan.FromSeconds(33));
        await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.First(), "task_1"), Stop);
        _engine.Clock.Advance(TimeSpan.FromSeconds(9));
        await FinishAsync(await _engine.FindAsync(running.Id), took: null);
        (await SavedAsync()).ShouldHaveSingleItem().At.Step.ShouldBe(DurationScale.Of(33));
    }

    [Fact]
    public async Task What_one_process_learned_the_next_one_knows()
    {
        for (var take = 0; take < 5; take++) _engine.Durations.Add(Some.Generation(), TimeSpan.FromSeconds(400), TimeSpan.FromSeconds(400));
        await _engine.Durations.SaveAsync(Stop);
        await using var next = new EngineFixture();
        var other = new DurationHistory(_engine.DurationStore);
        await other.LoadAsync(Stop);
        other.Of(Some.Generation()).Slowest.ShouldBe(Known.Slowest);
        other.Of(Some.Generation()).Slowest.ShouldBeGreaterThan(next.Durations.Of(Some.Generation()).Slowest);
    }

    [Fact]
    public async Task A_slow_model_gets_the_time_that_it_is_known_to_need()
    {
        var schedule = new Schedule(_engine.Options with { OutcomeWait = null }, _engine.Durations, _engine.Clock);
        var running = await RunningAsync();
        schedule.Deadline(running).ShouldBe(running.StartedAt!.Value + running.Patience);
        schedule.OutcomeWait(running).ShouldBe(3 * Known.Slowest);
        for (var take = 0; take < 50; take++) _engine.Durations.Add(running, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        schedule.Deadline(running).ShouldBeGreaterThan(running.StartedAt.Value.AddHours(3));
        schedule.OutcomeWait(running).ShouldBeGreaterThan(TimeSpan.FromHours(3));
    }

    [Fact]
    public void A_lost_answer_is_waited_for_two_minutes_however_fast_the_model_is()
    {
        var schedule = new Schedule(_engine.Options with { OutcomeWait = null }, _engine.Durations, _engine.Clock);
        schedule.OutcomeWait(Some.Generation() with { TypicalSeconds = 4 }).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_provider_that_could_not_be_asked_is_asked_again_soon()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => throw new ProviderException("away");
        var after = await _engine.NextAsync(running);
        (after.DueAt!.Value - _engine.Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
        after.Attempt!.ReadAt.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<Generation> RunningAsync()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted($"task_{++_tasks}");
        return await _engine.StepAsync((await _engine.AcceptAsync()).Id);
    }

    private async Task FinishAsync(Generation running, TimeSpan? took)
    {
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")], Took = took };
        (await _engine.NextAsync(running)).Status.ShouldBe(GenerationStatus.Collecting);
    }

    private async Task<List<StoredDuration>> SavedAsync()
    {
        await _engine.Durations.SaveAsync(Stop);
        return await _engine.DurationStore.ReadAsync(Stop);
    }
}
