namespace Kinora.Testing.Polling;

/// <summary>How durations lie between two bounds, in seconds.</summary>
/// <param name="Draw">Takes two random numbers, whatever it makes of them.</param>
public sealed record Spread(string Name, double Least, double Most, Func<Random, double> Draw)
{
    /// <summary>The standard normal quantile of 99 %.</summary>
    private const double Normal99 = 2.326;

    /// <summary>Each duration as likely as any other: the hardest to foresee.</summary>
    public static Spread Even(double least, double most) => new("even", least, most, random =>
    {
        var (at, _) = Two(random);
        return least + at * (most - least);
    });

    /// <summary>A triangle whose top is at two fifths.</summary>
    public static Spread Peaked(double least, double most) => new("peaked", least, most, random =>
    {
        var (at, _) = Two(random);
        return at < 0.4 ? least + (most - least) * Math.Sqrt(0.4 * at) : most - (most - least) * Math.Sqrt(0.6 * (1 - at));
    });

    /// <summary>Lognormal, with one in a hundred beyond the bounds on either side.</summary>
    public static Spread Skewed(double least, double most) => new("skewed", least, most, random =>
    {
        var (one, two) = Two(random);
        var normal = Math.Sqrt(-2 * Math.Log(1 - one)) * Math.Cos(2 * Math.PI * two);
        return Math.Sqrt(least * most) * Math.Pow(most / least, normal / 2 / Normal99);
    });

    private static (double One, double Two) Two(Random random) => (random.NextDouble(), random.NextDouble());
}
