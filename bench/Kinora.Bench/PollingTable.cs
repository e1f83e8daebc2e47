using System.Globalization;
using Kinora.Testing.Polling;

namespace Kinora.Bench;

/// <summary>
/// Polling without callbacks, simulated. Promised: at most 4 polls per generation on average; for Veo and Runway a median lag of at most 5 % of the
/// duration; for the short ones together a mean lag of at most two thirds of what a fixed 30 s gives.
/// </summary>
internal static class PollingTable
{
    private const int Takes = 2000;
    private const int Seed = 1;
    private static readonly PollingPolicy[] Policies = [PollingPolicy.Fixed, PollingPolicy.Intervals, PollingPolicy.AllKnowing, PollingPolicy.Adaptive];

    public static void Print()
    {
        foreach (var spread in PollingScenario.Spreads)
        {
            Write($"{Takes} takes of each model, durations {spread(1, 2).Name}, seed {Seed}");
            Write($"  {"model",-17}{"seconds",9}  {"policy",-13}{"polls",7}{"p99",5}{"max",5}{"mean lag",10}{"of 30 s",9}{"median lag",12}");
            foreach (var model in PollingScenario.Long(spread)) Row(model);
            var shorts = PollingScenario.Short(spread);
            foreach (var model in shorts) Row(model);
            Together(shorts);
            Console.WriteLine();
        }
    }

    private static void Row(SimulatedModel model)
    {
        var every30 = PollingSimulation.Run(model, PollingPolicy.Fixed, Takes, Seed).MeanLag;
        foreach (var policy in Policies)
        {
            var outcome = PollingSimulation.Run(model, policy, Takes, Seed);
            var asked = string.Create(CultureInfo.InvariantCulture, $"{outcome.MeanPolls,7:f2}{outcome.PollsQuantile(0.99),5}{outcome.MostPolls,5}");
            Write($"  {model.Name,-17}{Range(model),9}  {policy.Name,-13}{asked}{outcome.MeanLag,8:f1} s{outcome.MeanLag / every30,9:p0}{outcome.MedianLagShare,12:p1}");
        }
    }

    private static void Together(IReadOnlyList<SimulatedModel> models)
    {
        var adaptive = models.Select(model => PollingSimulation.Run(model, PollingPolicy.Adaptive, Takes, Seed)).ToList();
        var every30 = models.Average(model => PollingSimulation.Run(model, PollingPolicy.Fixed, Takes, Seed).MeanLag);
        var lag = adaptive.Average(outcome => outcome.MeanLag);
        Write($"  all short ones together: {adaptive.Average(outcome => outcome.MeanPolls):f2} polls, mean lag {lag:f1} s, {lag / every30:p0} of every 30 s");
    }

    private static string Range(SimulatedModel model) => string.Create(CultureInfo.InvariantCulture, $"{model.Spread.Least}-{model.Spread.Most}");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
