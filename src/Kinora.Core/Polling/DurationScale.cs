namespace Kinora.Core.Polling;

/// <summary>The ruler that durations are counted on: from a second to some six hours, in steps of 2.5 %.</summary>
/// <remarks>Stored counts name its steps, so it cannot change without a migration of them.</remarks>
internal static class DurationScale
{
    /// <summary>How many steps there are; what is shorter or longer counts in the first or the last.</summary>
    public const int Steps = 405;

    private static readonly double Growth = Math.Log(1.025);
    private static readonly double[] Starts = [.. Enumerable.Range(0, Steps + 1).Select(step => Math.Exp(step * Growth))];

    /// <summary>Where each step begins, in seconds, and where the last one ends.</summary>
    public static ReadOnlySpan<double> Edges => Starts;

    /// <summary>Where a step begins, in seconds; step <see cref="Steps"/> is the end of the last.</summary>
    public static double Start(int step) => Starts[step];

    /// <summary>The middle of a step, in seconds.</summary>
    public static double Middle(int step) => (Starts[step] + Starts[step + 1]) / 2;

    /// <summary>The step that a duration falls into.</summary>
    public static int Of(double seconds) => seconds <= 1 ? 0 : Math.Min(Steps - 1, (int)(Math.Log(seconds) / Growth));
}
