using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Health;

/// <summary>Breakers in the path of generations.</summary>
public sealed class RouteHealthTests : IAsyncDisposable
{
    private static readonly RouteKey Route = new("kie", "jobs", "model/text");
    private static readonly GenerationRoute Second = new("kie", "veo", "second", new JsonObject { ["text"] = "a lighthouse" });
    private readonly EngineFixture _engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_that_is_gone_is_asked_once_and_the_next_generation_goes_the_other_way_with_the_reason()
    {
        Refuse("jobs", Gone());
        await _engine.StepAsync((await AcceptAsync()).Id);
        var next = await AcceptAsync();

        var moved = await _engine.StepAsync(next.Id);

        (moved.Status, moved.Endpoint).ShouldBe((GenerationStatus.Queued, "veo"));
        _engine.Provider.Submissions.Count.ShouldBe(1);
        (await _engine.Store.HistoryAsync(next.Id, Stop)).Last().Detail.ShouldNotBeNull().ShouldContain("not published");
        var verdict = (await _engine.Stores.Health.VerdictsAsync(null, 10, Stop)).ShouldHaveSingleItem();
        (verdict.Source, verdict.Reading, verdict.Code).ShouldBe((VerdictSource.Traffic, ProbeReading.NotPublished, "404"));
    }

    [Fact]
    public async Task Generation_without_another_way_waits_for_the_probe_and_then_goes()
    {
        Refuse("jobs", Gone());
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        var waiting = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        (waiting.Status, waiting.Waiting?.Tries).ShouldBe((GenerationStatus.Queued, 1));
        waiting.Waiting!.Reason.ShouldContain("not published");
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("task_1");

        _engine.Prober.Due.ShouldBeEmpty();
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _engine.Prober.ProbeAsync(_engine.Prober.Due, Stop)).ShouldHaveSingleItem().Reading.ShouldBe(ProbeReading.Works);

        _engine.Routes.Find(Route).State.ShouldBe(BreakerState.Closed);
        (await _engine.NextAsync(waiting)).Status.ShouldBe(GenerationStatus.Running);
    }

    [Theory]
    [InlineData("429", true, false, "Rate limit exceeded")]
    [InlineData("422", false, true, "prompt is required")]
    [InlineData("422", false, false, "Your request was rejected by Flow(unsafe).")]
    [InlineData("402", false, false, "Credits insufficient")]
    public async Task What_the_user_the_budget_or_the_account_is_the_reason_for_opens_nothing(string code, bool retryable, bool byUser, string message)
    {
        Refuse("jobs", new(code, message, retryable, byUser) { Account = code is "402" ? ProviderAccountState.Unknown : null });
        for (var asked = 0; asked < 6; asked++) await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Routes.Find(Route).ShouldBe(Breaker.New);
    }

    [Fact]
    public async Task Lost_answers_and_nobody_there_open_it_after_three_in_a_row()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        Refuse("jobs", new("unreachable", "takes no connection", Retryable: true, ByUser: false));
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Routes.Find(Route).IsUsed.ShouldBeTrue();
        await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Routes.Find(Route).Cause.ShouldBe(ProbeReading.Unreachable);
    }

    [Fact]
    public async Task Five_failed_tasks_open_it_and_one_generation_then_shows_that_it_is_well()
    {
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "Internal Error", FailureCode = "500" };
        for (var made = 0; made < 5; made++) await MakeAsync();
        _engine.Routes.Find(Route).ByTasks.ShouldBeTrue();
        var (first, second) = (await _engine.AcceptAsync(), await _engine.AcceptAsync());
        (await _engine.StepAsync(first.Id)).Status.ShouldBe(GenerationStatus.Queued);

        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        var trial = await _engine.StepAsync(first.Id);
        (await _engine.StepAsync(second.Id)).Status.ShouldBe(GenerationStatus.Queued);

        trial.Status.ShouldBe(GenerationStatus.Running);
        _engine.Routes.Find(Route).State.ShouldBe(BreakerState.HalfOpen);
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")] };
        await _engine.NextAsync(trial);
        _engine.Routes.Find(Route).State.ShouldBe(BreakerState.Closed);
        await _engine.Outcomes.SaveAsync(Stop);
        _engine.Outcomes.Of("model/text").ShouldBe(new VariantOutcomes("model/text", 1, 5));
    }

    [Fact]
    public async Task Failures_of_the_users_making_and_moderation_count_for_nothing()
    {
        _engine.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "Your prompt was caught by our AI moderator. Please adjust it and try again!", FailureCode = "400" };
        for (var made = 0; made < 6; made++) await MakeAsync();
        _engine.Routes.Find(Route).IsUsed.ShouldBeTrue();
        await _engine.Outcomes.SaveAsync(Stop);
        _engine.Outcomes.Of("model/text").Takes.ShouldBe(0);
    }

    [Fact]
    public async Task What_one_node_learns_the_others_know_after_their_next_look_and_a_restart_forgets_nothing()
    {
        var other = Node();
        await _engine.Routes.ReportAsync(Route, new RouteEvent.Gone(ProbeReading.Paused, "paused"), why: null, always: false, Stop);
        other.Find(Route).IsUsed.ShouldBeTrue();
        await other.ReloadAsync(Stop);
        other.Find(Route).ShouldBe(_engine.Routes.Find(Route));

        // Each changes it without having seen what the other did.
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.ReportAsync(Route, Works(), why: null, always: false, Stop);
        await _engine.Routes.ReportAsync(Route, new RouteEvent.Gone(ProbeReading.Paused, "paused again"), why: null, always: false, Stop);
        await other.ReloadAsync(Stop);
        other.Find(Route).ShouldBe(_engine.Routes.Find(Route));
        other.Find(Route).IsUsed.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_all_nodes_one_lets_the_trial_through()
    {
        for (var failed = 0; failed < 5; failed++)
            await _engine.Routes.ReportAsync(Route, new RouteEvent.TaskFailed("Internal Error"), why: null, always: false, Stop);
        var nodes = Enumerable.Range(0, 4).Select(_ => Node()).ToList();
        foreach (var node in nodes) await node.ReloadAsync(Stop);
        _engine.Clock.Advance(TimeSpan.FromMinutes(1));

        var passages = await Task.WhenAll(nodes.SelectMany(node => new[] { node, node }).Select(node => node.PassAsync(Route, Stop)));

        passages.Count(passage => passage is Passage.Trial).ShouldBe(1);
        passages.ShouldNotContain(Passage.Free);
    }

    [Fact]
    public async Task Routes_are_probed_by_the_clock_the_longest_unprobed_first_and_those_that_are_not_used_in_their_own_time()
    {
        var (first, second) = (_engine.Prober.Unprobed(TimeSpan.FromHours(6))[0], _engine.Prober.Unprobed(TimeSpan.FromHours(6))[1]);
        await _engine.Prober.ProbeAsync(first, Stop);
        _engine.Prober.Unprobed(TimeSpan.FromHours(6))[0].ShouldBe(second);
        _engine.Prober.Unprobed(TimeSpan.FromHours(6)).ShouldNotContain(first);

        _engine.Clock.Advance(TimeSpan.FromHours(5));
        await _engine.Prober.ProbeAsync(second, Stop);
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        _engine.Prober.Unprobed(TimeSpan.FromHours(6)).ShouldContain(first);
        _engine.Prober.Unprobed(TimeSpan.FromHours(6)).ShouldNotContain(second);
        await _engine.Routes.ReportAsync(first, new RouteEvent.Gone(ProbeReading.Paused, "paused"), why: null, always: false, Stop);
        _engine.Prober.Unprobed(TimeSpan.FromHours(6)).ShouldNotContain(first);
    }

    [Fact]
    public async Task Traffic_that_changes_nothing_writes_nothing()
    {
        for (var taken = 0; taken < 5; taken++)
            await _engine.Routes.ReportAsync(Route, new RouteEvent.Accepted(), why: null, always: false, Stop);
        (await _engine.Stores.Health.FindAsync(Route, Stop)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private RouteHealth Node() => new(_engine.Stores.Health, _engine.Clock, NullLogger<RouteHealth>.Instance);

    private async Task MakeAsync()
    {
        var running = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        await _engine.NextAsync(running);
    }

    private Task<Generation> AcceptAsync() => _engine.AcceptAsync(generation => generation with { OtherRoutes = [Second] });

    private static RouteEvent Works() => new RouteEvent.Probed(new(ProbeReading.Works, "It is there.") { Request = "GET /" });

    private static SubmissionOutcome.Refused Gone() =>
        new("404", "The page does not exist or is not published", Retryable: false, ByUser: false) { Model = ProbeReading.NotPublished };

    private void Refuse(string endpoint, SubmissionOutcome.Refused refusal) =>
        _engine.Provider.OnSubmit = asked => asked.Endpoint == endpoint ? refusal : new SubmissionOutcome.Accepted("task_2");
}
