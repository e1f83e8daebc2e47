using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Catalog;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Health;

/// <summary>How models are doing, and what is accepted for them.</summary>
public sealed class ModelHealthTests : IAsyncDisposable
{
    private const string Text = "kling-2.6/text-to-video", Image = "kling-2.6/image-to-video";
    private readonly AcceptanceFixture _way = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private EngineFixture Engine => _way.Engine;

    private HealthReading Kling => Engine.Health.Of(Shipped.Sandbox.Find("kling-2.6")!);

    [Fact]
    public async Task Model_is_unknown_until_something_is_seen_of_it()
    {
        Kling.ShouldBe(new HealthReading(HealthStatus.Unknown, null, null));
        await ProbedAsync(Text, ProbeReading.Works);
        Kling.ShouldBe(new HealthReading(HealthStatus.Works, Some.Now, null) { LastProbe = new(Some.Now, ProbeReading.Works, "kie") });
    }

    [Fact]
    public async Task One_mode_that_is_gone_degrades_the_model_and_all_of_them_take_it_down()
    {
        await ProbedAsync(Text, ProbeReading.Works);
        await ProbedAsync(Image, ProbeReading.NotPublished);
        (Kling.Status, Kling.Since, Kling.Reason?.En, Kling.IsTaken).ShouldBe((HealthStatus.Degraded, Some.Now, "as it says", true));

        await ProbedAsync(Text, ProbeReading.NotPublished);
        (Kling.Status, Kling.IsTaken).ShouldBe((HealthStatus.Down, false));
        await ProbedAsync(Image, ProbeReading.Works);
        await ProbedAsync(Image, ProbeReading.Paused);
        Kling.Status.ShouldBe(HealthStatus.Paused);
    }

    [Fact]
    public async Task Another_account_where_it_works_keeps_it_up()
    {
        var other = new Kinora.Testing.ScriptedProvider { Account = "second" };
        Engine.Providers.Replace([Engine.Provider, other]);
        await ProbedAsync(Text, ProbeReading.NotPublished);
        await ProbedAsync(Image, ProbeReading.NotPublished);
        Kling.Status.ShouldBe(HealthStatus.Unknown);
        other.TakesNew = false;
        Kling.Status.ShouldBe(HealthStatus.Down);
    }

    [Fact]
    public async Task Model_that_nobody_makes_is_refused_with_the_reason_and_nothing_is_held()
    {
        await _way.FundAsync(1000);
        await ProbedAsync(Text, ProbeReading.NotPublished);

        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBe(new AcceptResult.ModelDown("Kling 2.6", "as it says", Some.Now));

        await ProbedAsync(Text, ProbeReading.Works);
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
        (await _way.IdsAsync()).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Provider_without_an_account_makes_nothing_until_it_is_connected()
    {
        await _way.FundAsync(1000);
        var accounts = Engine.Providers.Accounts;
        Engine.Providers.Replace([]);

        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.ModelDown>().Reason.ShouldBe("No account at kie is connected to this server.");
        (Kling.Status, Kling.Reason?.En).ShouldBe((HealthStatus.Down, "No account at kie is connected to this server."));

        Engine.Providers.Replace(accounts);
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task Account_that_cannot_be_used_for_now_degrades_the_model_and_requests_wait()
    {
        await _way.FundAsync(1000);
        Engine.Standings.Doubt("kie", ProviderAccountState.OutOfCredits, "Credits insufficient");
        (Kling.Status, Kling.Reason?.En).ShouldBe((HealthStatus.Degraded, "Credits insufficient"));
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task Request_for_the_trial_is_taken_though_the_last_tasks_failed()
    {
        await _way.FundAsync(1000);
        foreach (var model in new[] { Text, Image })
            for (var failed = 0; failed < 5; failed++)
                await Engine.Routes.ReportAsync(new("kie", "jobs", model), new RouteEvent.TaskFailed("Internal Error"), why: null, always: false, Stop);
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.ModelDown>();

        Engine.Clock.Advance(TimeSpan.FromMinutes(1));

        Kling.Status.ShouldBe(HealthStatus.Degraded);
        (await _way.OneAsync(AcceptanceFixture.Fox())).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task Every_fifth_failure_of_many_degrades_it_and_the_rate_is_told()
    {
        for (var take = 0; take < 9; take++) Engine.Outcomes.Add(Text, succeeded: take % 2 == 0);
        await Engine.Outcomes.SaveAsync(Stop);
        (Kling.Status, Kling.Takes, Kling.SuccessRate).ShouldBe((HealthStatus.Unknown, 9, 0.556));
        Engine.Outcomes.Add(Image, succeeded: true);
        await Engine.Outcomes.SaveAsync(Stop);
        (Kling.Status, Kling.Reason?.En, Kling.SuccessRate).ShouldBe((HealthStatus.Degraded, "4 of the last 10 failed.", 0.6));

        // What failed yesterday is not held against it.
        Engine.Clock.Advance(TimeSpan.FromHours(25));
        await Engine.Outcomes.SaveAsync(Stop);
        (Kling.Status, Kling.SuccessRate).ShouldBe((HealthStatus.Unknown, null));
    }

    [Fact]
    public async Task Durations_of_the_most_used_mode_are_told()
    {
        await _way.FundAsync(1000);
        var accepted = (AcceptResult.Accepted)await _way.OneAsync(AcceptanceFixture.Fox());
        Kling.P50Seconds.ShouldBeNull();
        for (var take = 0; take < 50; take++) Engine.Durations.Add(accepted.Items[0].Generation, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(40));
        Kling.P50Seconds.ShouldNotBeNull().ShouldBeInRange(35, 45);
        Kling.P90Seconds.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(Kling.P50Seconds.Value);
    }

    public ValueTask DisposeAsync() => _way.DisposeAsync();

    private Task ProbedAsync(string model, ProbeReading reading) => Engine.Routes.ReportAsync(
        new("kie", "jobs", model), new RouteEvent.Probed(new(reading, "as it says") { Request = "POST /" }), why: null, always: false, Stop);
}
