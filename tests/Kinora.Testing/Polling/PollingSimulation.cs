using System.Runtime.InteropServices;

namespace Kinora.Testing.Polling;

/// <summary>Generations of one kind, one after the other, polled without callbacks: what it costs and how late their ends are seen.</summary>
public static class PollingSimulation
{
    /// <summary>Seeded: the same arguments give the same outcome.</summary>
    public static PollingOutcome Run(SimulatedModel model, PollingPolicy policy, int takes, int seed)
    {
        var random = new Random(seed);
        var seen = new List<SimulatedTake>(takes);
        var asks = policy.For(model);
        for (var take = 0; take < takes; take++)
        {
            var duration = model.Spread.Draw(random);
            var (age, polls, last) = (0.0, 0, 0.0);
            while (age < duration)
            {
                last = age;
                age = asks.Next(age);
                polls++;
            }

            asks.Learn(model.TellsTimes ? duration : last, model.TellsTimes ? duration : age);
            seen.Add(new(duration, polls, age - duration));
        }

        return new(seen);
    }
}

/// <summary>A model as the simulation knows it.</summary>
/// <param name="TypicalSeconds">What the catalog says; it may be far from the truth.</param>
/// <param name="TellsTimes">Whether the provider's record says when it was done, as it does not for Runway.</param>
public sealed record SimulatedModel(string Name, int TypicalSeconds, Spread Spread, bool TellsTimes = true);

/// <summary>One generation of a simulation; times in seconds.</summary>
/// <param name="Lag">From its end until a poll saw it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SimulatedTake(double Duration, int Polls, double Lag);
