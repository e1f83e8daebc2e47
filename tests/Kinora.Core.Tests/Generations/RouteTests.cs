using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Tests.Generations;

/// <summary>Where one provider cannot, the next one is asked.</summary>
public sealed class RouteTests : IAsyncDisposable
{
    private static readonly GenerationRoute Second = new("kie", "veo", "second", new JsonObject { ["text"] = "a lighthouse" });
    private readonly EngineFixture _engine = new();

    [Theory]
    [InlineData("404", "The page does not exist or is not published")]
    [InlineData("422", "The page does not exist or is not published")]
    [InlineData("402", "Credits insufficient : Your current balance isn't enough to run this request.")]
    [InlineData("505", "This interface is temporarily paused.")]
    public async Task Refusal_that_is_not_the_users_fault_moves_on_and_is_kept_in_the_history(string code, string message)
    {
        Refuse("jobs", new(code, message, Retryable: false, ByUser: false));
        var id = (await AcceptAsync()).Id;

        var moved = await _engine.StepAsync(id);
        (moved.Status, moved.Endpoint, moved.WireModel, moved.OtherRoutes.Count).ShouldBe((GenerationStatus.Queued, "veo", "second", 0));
        var running = await _engine.StepAsync(id);

        (running.Status, running.Attempts).ShouldBe((GenerationStatus.Running, 2));
        _engine.Provider.Submissions.Select(asked => asked.Endpoint).ShouldBe(["jobs", "veo"]);
        _engine.Provider.Submissions.Last().Input.ToJsonString().ShouldBe("""{"text":"a lighthouse"}""");
        var history = await _engine.Store.HistoryAsync(id, default);
        history.Select(line => line.Cause).ShouldBe(["accepted", "dispatched", "rerouted", "dispatched", "answered"]);
        history[2].Detail.ShouldBe("kie: " + message);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 100);
    }

    [Theory]
    [InlineData("422", "prompt is required", true)]
    [InlineData("422", "Your request was rejected by Flow(unsafe).", false)]
    public async Task What_the_user_got_wrong_or_moderation_declines_is_carried_no_further(string code, string message, bool byUser)
    {
        Refuse("jobs", new(code, message, Retryable: false, byUser));
        (await _engine.StepAsync((await AcceptAsync()).Id)).Status.ShouldBe(GenerationStatus.Failed);
        _engine.Provider.Submissions.Count.ShouldBe(1);
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task Unknown_outcome_is_waited_for_and_never_asked_of_another()
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Unknown("timed out");
        var id = (await AcceptAsync()).Id;
        await _engine.StepAsync(id);
        _engine.Clock.Advance(TimeSpan.FromMinutes(2));
        (await _engine.StepAsync(id)).Failure!.Code.ShouldBe(FailureCode.OutcomeUnknown);
        _engine.Provider.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Busy_provider_is_asked_three_times_more_before_the_next_one_is()
    {
        Refuse("jobs", new("429", "Rate limit exceeded", Retryable: true, ByUser: false));
        var generation = await AcceptAsync();
        for (var calls = 0; calls < 5; calls++) generation = await _engine.NextAsync(generation);
        _engine.Provider.Submissions.Select(asked => asked.Endpoint).ShouldBe(["jobs", "jobs", "jobs", "jobs", "veo"]);
        generation.Status.ShouldBe(GenerationStatus.Running);
    }

    [Fact]
    public async Task Last_refusal_is_the_failure_when_nobody_is_left()
    {
        Refuse("jobs", new("505", "This interface is temporarily paused.", Retryable: false, ByUser: false));
        Refuse("veo", new("404", "not published", Retryable: false, ByUser: false));
        var id = (await AcceptAsync()).Id;
        await _engine.StepAsync(id);
        var failed = await _engine.StepAsync(id);
        (failed.Status, failed.Failure!.Message, failed.Failure.ProviderCode).ShouldBe((GenerationStatus.Failed, "not published", "404"));
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task Callback_of_the_one_that_refused_changes_nothing_any_more()
    {
        Refuse("jobs", new("505", "This interface is temporarily paused.", Retryable: false, ByUser: false));
        var id = (await AcceptAsync()).Id;
        var moved = await _engine.StepAsync(id);
        await _engine.Inbox.ReceiveAsync(EngineFixture.CallbackOf(_engine.Provider.Submissions.First(), "task_9"), default);
        (await _engine.FindAsync(id)).Version.ShouldBe(moved.Version);
    }

    [Fact]
    public async Task Long_line_before_the_budget_is_passed_by_where_there_is_another_way_and_waited_in_where_there_is_none()
    {
        _engine.Provider.OnSubmissionWait = () => _engine.Provider.Submissions.IsEmpty ? TimeSpan.FromSeconds(31) : TimeSpan.Zero;
        var moved = await _engine.StepAsync((await AcceptAsync()).Id);
        (moved.Status, moved.Endpoint).ShouldBe((GenerationStatus.Queued, "veo"));
        (await _engine.StepAsync(moved.Id)).Status.ShouldBe(GenerationStatus.Running);
        (await _engine.Store.HistoryAsync(moved.Id, default))[1].Detail.ShouldBe("kie: its line is 31 s long");
    }

    [Fact]
    public async Task Provider_without_an_account_is_passed_by()
    {
        var id = (await _engine.AcceptAsync(generation => generation with { Provider = "replicate", OtherRoutes = [Second] })).Id;
        (await _engine.StepAsync(id)).Provider.ShouldBe("kie");
        (await _engine.StepAsync(id)).Status.ShouldBe(GenerationStatus.Running);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Task<Generation> AcceptAsync() => _engine.AcceptAsync(generation => generation with { OtherRoutes = [Second] });

    private void Refuse(string endpoint, SubmissionOutcome.Refused refusal)
    {
        var others = _engine.Provider.OnSubmit;
        _engine.Provider.OnSubmit = asked => asked.Endpoint == endpoint ? refusal : others(asked);
    }
}
