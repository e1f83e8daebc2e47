using Kinora.Core.Polling;

namespace Kinora.Core.Tests.Polling;

public sealed class PollPlanTests
{
    private static readonly TimeSpan Whole = TimeSpan.FromHours(6);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(150)]
    [InlineData(3600)]
    [InlineData(100_000)]
    public void Asks_come_ever_later_and_never_too_close_whatever_is_known(int typicalSeconds)
    {
        var plan = new PollPlan(new(typicalSeconds, DurationCounts.None));
        foreach (var callback in new[] { false, true })
        {
            var (age, polls) = (TimeSpan.Zero, 0);
            while (age < Whole)
            {
                var next = plan.Next(age, callback);
                next.ShouldBeGreaterThanOrEqualTo(age + TimeSpan.FromSeconds(1.9));
                (age, polls) = (next, polls + 1);
            }

            polls.ShouldBeLessThan(400);
        }
    }

    [Fact]
    public void The_first_ask_is_when_an_answer_is_likely()
    {
        var plan = new PollPlan(Belief(150, Enumerable.Repeat(400, 50)));
        plan.Next(TimeSpan.Zero, callbackExpected: false).TotalSeconds.ShouldBeInRange(370, 420);
    }

    [Fact]
    public void Hardly_anything_is_asked_while_a_callback_is_expected()
    {
        var belief = Belief(150, Enumerable.Range(0, 200).Select(i => 100 + i));
        var plan = new PollPlan(belief);
        plan.Next(TimeSpan.Zero, callbackExpected: true).ShouldBeGreaterThan(belief.Quantile(0.8));
        plan.Next(TimeSpan.Zero, callbackExpected: false).ShouldBeLessThan(belief.Quantile(0.5));
    }

    [Fact]
    public void What_takes_longer_than_ever_seen_is_asked_about_in_longer_and_longer_intervals()
    {
        var plan = new PollPlan(Belief(60, Enumerable.Repeat(60, 100)));
        var asks = new List<double> { 300 };
        while (asks[^1] < 1800) asks.Add(plan.Next(TimeSpan.FromSeconds(asks[^1]), callbackExpected: false).TotalSeconds);
        asks.Count.ShouldBeLessThan(40);
        (asks[^1] - asks[^2]).ShouldBeGreaterThan(asks[1] - asks[0]);
    }

    private static DurationBelief Belief(int typicalSeconds, IEnumerable<int> seconds) =>
        new(typicalSeconds, DurationCounts.None.Plus(seconds.Select(second => new DurationCount(DurationScale.Of(second), 1))));
}
