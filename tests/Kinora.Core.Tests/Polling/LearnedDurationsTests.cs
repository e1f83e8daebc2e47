using Kinora.Core.Polling;

namespace Kinora.Core.Tests.Polling;

public sealed class LearnedDurationsTests
{
    [Fact]
    public void A_model_never_seen_is_taken_at_the_catalogs_word()
    {
        var belief = new DurationBelief(100, DurationCounts.None);
        belief.Quantile(0.5).TotalSeconds.ShouldBeInRange(95, 105);
        belief.Quantile(0.99).TotalSeconds.ShouldBeInRange(290, 345);
    }

    [Fact]
    public void A_few_takes_outweigh_the_catalog()
    {
        var learned = new LearnedDurations(100);
        Learn(learned, 500, times: 8);
        learned.NextAsk(TimeSpan.Zero, callbackExpected: true).TotalSeconds.ShouldBeGreaterThan(500);
        learned.Slowest.TotalSeconds.ShouldBeInRange(500, 1200);
    }

    [Fact]
    public void What_a_model_takes_now_outweighs_what_it_took_long_ago()
    {
        var learned = new LearnedDurations(100);
        Learn(learned, 300, times: 2000);
        learned.Slowest.TotalSeconds.ShouldBeGreaterThan(300);
        Learn(learned, 100, times: 1000);
        learned.Slowest.TotalSeconds.ShouldBeLessThan(150);
    }

    [Fact]
    public void A_duration_between_two_polls_counts_as_one_and_only_between_them()
    {
        var counts = new DurationBelief(100, DurationCounts.None).Between(60, 120);
        counts.Sum(count => count.Count).ShouldBe(1, 1e-9);
        counts.Min(count => count.Step).ShouldBe(DurationScale.Of(60));
        counts.Max(count => count.Step).ShouldBe(DurationScale.Of(120));
    }

    [Fact]
    public void Polls_that_come_too_late_do_not_teach_that_it_takes_as_long_as_that()
    {
        var learned = new LearnedDurations(300);
        for (var take = 0; take < 150; take++) Watch(learned, 60);
        learned.NextAsk(TimeSpan.Zero, callbackExpected: false).TotalSeconds.ShouldBeLessThan(90);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(21_000)]
    [InlineData(1e9)]
    public void Every_duration_has_a_step(double seconds) => DurationScale.Of(seconds).ShouldBeInRange(0, DurationScale.Steps - 1);

    [Fact]
    public void A_duration_lies_in_its_step()
    {
        for (var step = 0; step < DurationScale.Steps; step++) DurationScale.Of(DurationScale.Middle(step)).ShouldBe(step);
    }

    private static void Learn(LearnedDurations learned, int seconds, int times)
    {
        for (var take = 0; take < times; take++) learned.Learn(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds));
    }

    private static void Watch(LearnedDurations learned, double seconds)
    {
        var (last, age) = (TimeSpan.Zero, TimeSpan.Zero);
        while (age.TotalSeconds < seconds) (last, age) = (age, learned.NextAsk(age, callbackExpected: false));
        learned.Learn(last, age);
    }
}
