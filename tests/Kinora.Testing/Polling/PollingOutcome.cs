namespace Kinora.Testing.Polling;

/// <summary>What came of a simulation.</summary>
public sealed class PollingOutcome(IReadOnlyList<SimulatedTake> takes)
{
    public IReadOnlyList<SimulatedTake> Takes => takes;

    /// <summary>Polls per generation.</summary>
    public double MeanPolls => takes.Average(take => take.Polls);

    public int MostPolls => takes.Max(take => take.Polls);

    /// <summary>Seconds.</summary>
    public double MeanLag => takes.Average(take => take.Lag);

    /// <summary>The median of the lag, each as a share of its generation's duration.</summary>
    public double MedianLagShare => Quantile(take => take.Lag / take.Duration, 0.5);

    public double PollsQuantile(double share) => Quantile(take => take.Polls, share);

    private double Quantile(Func<SimulatedTake, double> of, double share)
    {
        var sorted = takes.Select(of).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
