using KieAi;
using Kinora.Sandbox.Control;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Catalogue;

/// <summary>How models did in the last 24 hours, from the sandbox's own finished tasks.</summary>
internal sealed class SuccessRates(TaskStore tasks, ModelStates states, TimeProvider clock)
{
    private const int Steps = 144;
    private const decimal NormalFrom = 90;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A point for each ten minutes, the oldest first; null for a model that is not published. A step without finished tasks counts as one without
    /// failures; a model that takes no requests now has no success.
    /// </summary>
    public IReadOnlyList<KieSuccessRatePoint>? Of(string model) => states.RefusalOf(model, model) switch
    {
        { Code: 404 or 422 } => null,
        var off => Of(model, isOff: off is not null),
    };

    private KieSuccessRatePoint[] Of(string model, bool isOff)
    {
        var (good, all, now) = (new int[Steps], new int[Steps], clock.GetUtcNow());
        foreach (var task in tasks.All.Where(task => task.Model == model && task.IsFinal))
        {
            var step = Steps - 1 - (int)Math.Clamp((now - task.CompletedAt!.Value) / Step, 0, Steps);
            if (step < 0) continue;
            all[step]++;
            if (!task.IsFailed) good[step]++;
        }

        KieSuccessRatePoint[] points = [.. good.Zip(all, Point)];
        if (isOff) points[^1] = new() { SuccessRate = 0, IsNormal = false };
        return points;
    }

    private static KieSuccessRatePoint Point(int good, int all)
    {
        var rate = all == 0 ? 100 : Math.Round(100m * good / all, 1);
        return new() { SuccessRate = rate, IsNormal = rate >= NormalFrom };
    }
}
