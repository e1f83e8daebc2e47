using Kinora.Core.Callbacks;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

public sealed class SettlementTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    [Fact]
    public async Task A_callback_is_a_hint_and_only_the_providers_record_is_believed()
    {
        var running = await RunningAsync();
        (await _engine.Inbox.ReceiveAsync(Callback(), default)).ShouldBe(CallbackOutcome.Applied);
        (await _engine.FindAsync(running.Id)).Status.ShouldBe(GenerationStatus.Running);
        _engine.Provider.Observations.ShouldBeEmpty();

        var still = await _engine.StepAsync(running.Id);
        _engine.Provider.Observations.ShouldBe(["task_1"]);
        still.Status.ShouldBe(GenerationStatus.Running);

        _engine.Provider.OnObserve = _ => Succeeded();
        _engine.Clock.Advance(TimeSpan.FromSeconds(15));
        (await _engine.StepAsync(running.Id)).Status.ShouldBe(GenerationStatus.Collecting);
        (await _engine.Store.HistoryAsync(running.Id, default))[^1].Cause.ShouldBe("callback");
    }

    [Fact]
    public async Task Forged_foreign_and_stale_callbacks_change_nothing()
    {
        var running = await RunningAsync();
        var real = Callback();
        IncomingCallback[] forged =
        [
            real with { Token = new('0', 64) }, real with { GenerationId = "gen_other" }, real with { AttemptId = "other" },
            real with { Token = null }, real with { CarriesSecrets = false },
        ];
        foreach (var callback in forged) (await _engine.Inbox.ReceiveAsync(callback, default)).ShouldBe(CallbackOutcome.Forged);
        (await _engine.Inbox.ReceiveAsync(real with { TaskId = null }, default)).ShouldBe(CallbackOutcome.Unreadable);
        (await _engine.Inbox.ReceiveAsync(real with { TaskId = "foreign" }, default)).ShouldBe(CallbackOutcome.Foreign);
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(running.Version);
    }

    [Fact]
    public async Task A_callback_that_comes_twice_settles_once()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "Internal Error" };
        await _engine.Inbox.ReceiveAsync(Callback(), default);
        var failed = await _engine.StepAsync(running.Id);
        failed.Failure.ShouldBe(new(FailureCode.ProviderFailed, "Internal Error", FailureBy.Provider));
        (await _engine.Inbox.ReceiveAsync(Callback(), default)).ShouldBe(CallbackOutcome.Duplicate);
        (await _engine.FindAsync(running.Id)).Version.ShouldBe(failed.Version);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_asked_is_asked_again_until_the_deadline()
    {
        var generation = await RunningAsync();
        _engine.Provider.OnObserve = _ => throw new ProviderException("HTML page");
        for (var polls = 0; polls < 200 && !generation.IsFinal; polls++)
        {
            generation.DueAt.ShouldNotBeNull().ShouldBeGreaterThan(_engine.Clock.GetUtcNow());
            _engine.Clock.Advance(generation.DueAt.Value - _engine.Clock.GetUtcNow());
            generation = await _engine.StepAsync(generation.Id);
        }

        generation.Failure!.Code.ShouldBe(FailureCode.Deadline);
        _engine.Clock.GetUtcNow().ShouldBe(Some.Now + generation.Patience);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Theory]
    [InlineData(ProviderTaskState.Failed)]
    [InlineData(ProviderTaskState.Succeeded)]
    public async Task An_older_reading_does_not_undo_what_a_faster_one_has_found(ProviderTaskState older)
    {
        var running = await RunningAsync();
        running = running.WithoutOutputs(_engine.Clock.GetUtcNow(), _engine.Clock.GetUtcNow())!.Generation;
        (await _engine.Store.CommitAsync([new() { Generation = running }], default))[0].Outcome.ShouldBe(CommitOutcome.Applied);
        _engine.Clock.Advance(TimeSpan.FromMinutes(10));
        _engine.Provider.OnObserve = _ =>
        {
            var faster = running.ProviderSucceeded(Succeeded(), _engine.Clock.GetUtcNow(), "poll")!;
            _engine.Store.CommitAsync([faster], default).GetAwaiter().GetResult()[0].Outcome.ShouldBe(CommitOutcome.Applied);
            return new(older, "word");
        };
        (await _engine.StepAsync(running.Id)).Status.ShouldBe(GenerationStatus.Collecting);
    }

    [Fact]
    public async Task A_word_that_nobody_knows_is_polled_on_and_logged_once()
    {
        var (first, second) = (await RunningAsync(), await RunningAsync());
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Active, "pondering") { IsUnknownWord = true };
        for (var polls = 0; polls < 3; polls++) first = await _engine.NextAsync(first);
        await _engine.NextAsync(second);
        first.Status.ShouldBe(GenerationStatus.Running);
        _engine.SettlerLog.Count("pondering").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_provider_charged_for_a_failure_is_kept()
    {
        var running = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke.", UpstreamCredits = 60 };
        (await _engine.NextAsync(running)).UpstreamCredits.ShouldBe(60);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task A_success_after_the_deadline_is_still_taken_up()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        (await _engine.StepAsync(generation.Id)).Failure!.Code.ShouldBe(FailureCode.Deadline);

        _engine.Provider.OnObserve = _ => Succeeded();
        await _engine.Inbox.ReceiveAsync(Callback(), default);
        var late = await _engine.StepAsync(generation.Id);
        late.Status.ShouldBe(GenerationStatus.Failed);
        late.ProviderOutputs.ShouldNotBeEmpty();
        late.DueAt.ShouldBe(_engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_success_after_the_deadline_is_found_without_any_callback()
    {
        _engine.Callbacks.Public = null;
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        generation = await _engine.StepAsync(generation.Id);
        generation.Failure!.Code.ShouldBe(FailureCode.Deadline);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);

        _engine.Provider.OnObserve = _ => Succeeded();
        (await _engine.NextAsync(generation)).ProviderOutputs.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_late_callback_outlives_records_that_cannot_be_read_at_once()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        await _engine.StepAsync(generation.Id);
        _engine.Provider.OnObserve = _ => throw new ProviderException("recordInfo is null");
        await _engine.Inbox.ReceiveAsync(Callback(), default);
        generation = await _engine.NextAsync(await _engine.StepAsync(generation.Id));
        generation.ProviderOutputs.ShouldBeEmpty();

        _engine.Provider.OnObserve = _ => Succeeded();
        (await _engine.NextAsync(generation)).ProviderOutputs.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_given_up_is_not_looked_at_for_ever()
    {
        var generation = await RunningAsync();
        _engine.Clock.Advance(generation.Patience);
        generation = await _engine.StepAsync(generation.Id);
        for (var looks = 0; looks < 50 && generation.DueAt is not null; looks++) generation = await _engine.NextAsync(generation);
        generation.DueAt.ShouldBeNull();
        (_engine.Clock.GetUtcNow() - Some.Now).ShouldBeInRange(TimeSpan.FromHours(3), TimeSpan.FromHours(12));
    }

    [Fact]
    public async Task A_finished_video_waits_through_hours_in_which_it_cannot_be_fetched()
    {
        var generation = await RunningAsync();
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(_engine.Provider.Origin, "a.mp4")] };
        generation = await _engine.NextAsync(generation);
        while (_engine.Clock.GetUtcNow() < Some.Now.AddHours(6)) generation = await _engine.NextAsync(generation);
        generation.Status.ShouldBe(GenerationStatus.Collecting);
        for (var tries = 0; tries < 500 && !generation.IsFinal; tries++) generation = await _engine.NextAsync(generation);
        generation.Failure!.Code.ShouldBe(FailureCode.OutputLost);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task Files_that_cannot_be_brought_home_are_tried_for_a_while_and_then_cost_nothing()
    {
        var generation = await RunningAsync();
        _engine.Provider.OnObserve = _ => Succeeded();
        generation = await _engine.NextAsync(generation);
        for (var tries = 0; tries < 20 && !generation.IsFinal; tries++)
        {
            generation = await _engine.StepAsync(generation.Id);
            _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        generation.Failure!.Code.ShouldBe(FailureCode.OutputLost);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<Generation> RunningAsync() => await _engine.StepAsync((await _engine.AcceptAsync()).Id);

    /// <summary>Waits until the generation is due, and takes the step.</summary>
    private IncomingCallback Callback() => EngineFixture.CallbackOf(_engine.Provider.Submissions.Last(), "task_1");

    // A loopback address that no provider named: the guarded client refuses it without any network.
    private static ProviderObservation Succeeded() => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://127.0.0.1/a.mp4")] };
}
