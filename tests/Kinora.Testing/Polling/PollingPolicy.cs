using Kinora.Core.Polling;

namespace Kinora.Testing.Polling;

/// <summary>A way of choosing when to ask.</summary>
public sealed class PollingPolicy
{
    private readonly Func<SimulatedModel, IAsks> _make;

    private PollingPolicy(string name, Func<SimulatedModel, IAsks> make) => (Name, _make) = (name, make);

    public string Name { get; }

    /// <summary>Every 30 s.</summary>
    public static PollingPolicy Fixed { get; } = new("every 30 s", _ => new ByAge(age => age + 30));

    /// <summary>In ever longer intervals, whatever the model: a fifth of the age, 3 s at least and 30 s at most.</summary>
    public static PollingPolicy Intervals { get; } = new("fifth of age", _ => new ByAge(age => age + Math.Clamp(age / 5, 3, 30)));

    /// <summary>What Kinora does: from the catalog's word on, learning with each take.</summary>
    public static PollingPolicy Adaptive { get; } = new("adaptive", model => new Learning(model.TypicalSeconds));

    /// <summary>The same plan, with the true distribution known from the first take on: no learning can do better.</summary>
    public static PollingPolicy AllKnowing { get; } = new("all-knowing", model => new Knowing(model));

    internal IAsks For(SimulatedModel model) => _make(model);

    internal interface IAsks
    {
        double Next(double age);

        void Learn(double least, double most);
    }

    private sealed class ByAge(Func<double, double> next) : IAsks
    {
        public double Next(double age) => next(age);

        public void Learn(double least, double most) { }
    }

    private sealed class Learning(int typicalSeconds) : IAsks
    {
        private readonly LearnedDurations _durations = new(typicalSeconds);

        public double Next(double age) => _durations.NextAsk(TimeSpan.FromSeconds(age), callbackExpected: false).TotalSeconds;

        public void Learn(double least, double most) => _durations.Learn(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    private sealed class Knowing : IAsks
    {
        private const int Drawn = 100_000;
        private readonly PollPlan _plan;

        public Knowing(SimulatedModel model)
        {
            var random = new Random(1);
            var truth = Enumerable.Range(0, Drawn).Select(_ => new DurationCount(DurationScale.Of(model.Spread.Draw(random)), 1));
            _plan = new(new(model.TypicalSeconds, DurationCounts.None.Plus(truth)));
        }

        public double Next(double age) => _plan.Next(TimeSpan.FromSeconds(age), callbackExpected: false).TotalSeconds;

        public void Learn(double least, double most) { }
    }
}
