using Kinora.Core.Health;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>How every engine must keep breakers, verdicts and the counts of outcomes.</summary>
public abstract class HealthStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly RouteKey Route = new("kie", "jobs", "model/text");
    private static readonly Breaker Open = Breaker.New.After(new RouteEvent.Gone(ProbeReading.NotPublished, "not published"), Some.Now);

    [Fact]
    public async Task Breaker_is_read_as_it_was_written()
    {
        (await Stores.Health.TrySaveAsync(new(Route, Open, 0), Verdict(0), Stop)).ShouldBeTrue();
        (await Stores.Health.ReadAsync(Stop)).ShouldBe([new(Route, Open, 1)]);
        (await Stores.Health.FindAsync(Route, Stop)).ShouldBe(new(Route, Open, 1));
        (await Stores.Health.FindAsync(Route with { Account = "other" }, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_nodes_that_change_the_same_breaker_one_wins_and_the_others_leave_no_verdict()
    {
        foreach (var version in new[] { 0L, 1L })
        {
            var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Stores.Health.TrySaveAsync(new(Route, Open with { Rounds = node }, version), Verdict(node), Stop)));
            saved.Count(one => one).ShouldBe(1);
            (await Stores.Health.FindAsync(Route, Stop)).ShouldNotBeNull().Version.ShouldBe(version + 1);
        }

        (await Stores.Health.VerdictsAsync(null, 100, Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Last_verdicts_of_each_route_are_kept_newest_first()
    {
        for (var minute = 0; minute < HealthStore.MostVerdicts + 5; minute++) await Stores.Health.AddAsync(Verdict(minute), Stop);
        var other = Verdict(3) with { Route = Route with { Model = "other" } };
        await Stores.Health.AddAsync(other, Stop);

        var kept = await Stores.Health.VerdictsAsync([Route.Model], 1000, Stop);
        kept.Count.ShouldBe(HealthStore.MostVerdicts);
        kept[0].ShouldBe(Verdict(HealthStore.MostVerdicts + 4));
        (await Stores.Health.VerdictsAsync(["other", "nothing"], 10, Stop)).ShouldBe([other]);
        (await Stores.Health.VerdictsAsync(null, 3, Stop)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Outcomes_that_nodes_count_add_up_and_old_hours_are_forgotten()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Stores.Outcomes.AddAsync(100, [new("b", 1, 0), new("a", 0, 2)], 50, Stop)));
        await Stores.Outcomes.AddAsync(101, [new("a", 5, 0)], 50, Stop);
        (await Stores.Outcomes.ReadAsync(100, Stop)).ShouldBe([new("a", 5, 20), new("b", 10, 0)], ignoreOrder: true);
        (await Stores.Outcomes.ReadAsync(101, Stop)).ShouldBe([new("a", 5, 0)]);
        await Stores.Outcomes.AddAsync(102, [], 101, Stop);
        (await Stores.Outcomes.ReadAsync(0, Stop)).ShouldBe([new("a", 5, 0)]);
    }

    private static Verdict Verdict(int minute) => new(Route, Some.Now.AddMinutes(minute), VerdictSource.Probe, ProbeReading.NotPublished, "not published")
    {
        Request = "POST /", Answer = """{"code":404}""", Status = 200, Code = "404",
    };
}
