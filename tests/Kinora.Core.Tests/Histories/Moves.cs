using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Histories;

/// <summary>The state machine once more, as a table that knows nothing of the code: which status may follow which.</summary>
internal static class Moves
{
    private static readonly Dictionary<GenerationStatus, GenerationStatus[]> Allowed = new()
    {
        [GenerationStatus.Queued] = [GenerationStatus.Submitting, GenerationStatus.Running, GenerationStatus.Failed, GenerationStatus.Canceled],
        [GenerationStatus.Submitting] = [GenerationStatus.Queued, GenerationStatus.Running, GenerationStatus.Failed],
        [GenerationStatus.Running] = [GenerationStatus.Collecting, GenerationStatus.Failed, GenerationStatus.Canceled],
        [GenerationStatus.Collecting] = [GenerationStatus.Succeeded, GenerationStatus.Failed],
        [GenerationStatus.Failed] = [GenerationStatus.Succeeded],
        [GenerationStatus.Succeeded] = [],
        [GenerationStatus.Canceled] = [],
    };

    public static bool MayFollow(GenerationStatus before, GenerationStatus after) => Allowed[before].Contains(after);

    /// <summary>What is wrong with a step; null when nothing is.</summary>
    public static string? Fault(Generation before, Generation after)
    {
        if (after.Version != before.Version + 1) return $"version {before.Version} is followed by {after.Version}";
        if (after.Status == before.Status) return null;
        if (!MayFollow(before.Status, after.Status)) return $"{before.Status} is followed by {after.Status}";
        return before.Status is GenerationStatus.Failed && before.Failure?.Code is not (FailureCode.OutcomeUnknown or FailureCode.Deadline)
            ? $"a success follows the failure {before.Failure?.Code}"
            : null;
    }
}
