using Kinora.Testing.Polling;

namespace Kinora.Core.Tests.Polling;

/// <summary>What is promised of polling without callbacks, on the simulation that <c>bench/</c> prints at full length.</summary>
public sealed class PollingPromiseTests
{
    private const int Takes = 400;
    private const int Seed = 7;

    public static TheoryData<int> Spreads => [.. Enumerable.Range(0, PollingScenario.Spreads.Count)];

    [Theory]
    [MemberData(nameof(Spreads))]
    public void Long_generations_take_four_polls_and_are_seen_within_a_twentieth_of_their_time(int spread)
    {
        foreach (var model in PollingScenario.Long(PollingScenario.Spreads[spread]))
        {
            var adaptive = PollingSimulation.Run(model, PollingPolicy.Adaptive, Takes, Seed);
            adaptive.MeanPolls.ShouldBeLessThanOrEqualTo(4, model.Name);
            adaptive.MedianLagShare.ShouldBeLessThanOrEqualTo(0.05, model.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Spreads))]
    public void Short_generations_take_four_polls_and_are_seen_in_two_thirds_of_the_time_that_a_fixed_interval_needs(int spread)
    {
        var models = PollingScenario.Short(PollingScenario.Spreads[spread]);
        var adaptive = models.Select(model => PollingSimulation.Run(model, PollingPolicy.Adaptive, Takes, Seed)).ToList();
        var every30 = models.Select(model => PollingSimulation.Run(model, PollingPolicy.Fixed, Takes, Seed)).ToList();
        adaptive.Average(outcome => outcome.MeanPolls).ShouldBeLessThanOrEqualTo(4);
        adaptive.Sum(outcome => outcome.MeanLag).ShouldBeLessThanOrEqualTo(every30.Sum(outcome => outcome.MeanLag) * 2 / 3);
    }

    [Fact]
    public void The_worst_model_comes_within_a_tenth_of_what_any_schedule_can_do_that_knows_all()
    {
        var worst = PollingScenario.Short(Spread.Even)[0];
        var adaptive = PollingSimulation.Run(worst, PollingPolicy.Adaptive, Takes * 2, Seed);
        var knowing = PollingSimulation.Run(worst, PollingPolicy.AllKnowing, Takes * 2, Seed);
        (adaptive.MeanLag * adaptive.MeanPolls).ShouldBeLessThan(knowing.MeanLag * knowing.MeanPolls * 1.1);
    }
}
