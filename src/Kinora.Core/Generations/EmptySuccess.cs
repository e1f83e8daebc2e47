namespace Kinora.Core.Generations;

/// <summary>A provider that calls a task done and names no outputs may still fill in its record, but not for hours.</summary>
internal static class EmptySuccess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Looks again, each time after as long again, and gives up after <see cref="Patience"/>:
    /// then nothing is charged, and outputs that appear later are still collected.
    /// </summary>
    public static GenerationChange? Of(Generation current, DateTimeOffset now)
    {
        var age = now - (current.Attempt?.EmptySince ?? now);
        if (age >= Patience) return current.GiveUp(Lost, now, now + Schedule.LateLook(0), "output_lost");
        var end = now - age + Patience;
        var next = now + (age > FirstWait ? age : FirstWait);
        return current.WithoutOutputs(now, next < end ? next : end);
    }

    private static readonly GenerationFailure Lost = new(
        FailureCode.OutputLost, "The provider says that it made the video, but not where it is. If it still does, the video is delivered and charged.", FailureBy.Provider);
}
