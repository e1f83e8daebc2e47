using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Sandbox.Tasks;

/// <summary>What tasks cost, in KIE credits.</summary>
internal sealed class TaskPrices(ModelCatalog catalog, TaskInputs inputs, TaskStore store)
{
    /// <summary>What is charged on submission: the most that it can be, where the model decides the length or media are not the sandbox's own.</summary>
    public async Task<decimal> AskedAsync(ModelVariant variant, GenerationInput input)
    {
        var earlier = input.Source is { } taskId ? store.Find(taskId)?.Input : null;
        return catalog.UpstreamCredits(
            variant, input, new() { Media = await inputs.MeasureAsync(input), Source = earlier is null ? null : new(earlier.Model, earlier.Resolution) });
    }

    /// <summary>What a video of this length costs, where nothing but its length was open; never more than was charged.</summary>
    public async Task<decimal> MadeAsync(SandboxTask task, double seconds)
    {
        if (task.Seconds is not null || catalog.FindWire(task.Endpoint, task.Model) is not { } variant) return task.Credits;
        var length = (int)Math.Max(1, Math.Round(seconds, MidpointRounding.AwayFromZero));
        return Math.Min(task.Credits, await AskedAsync(variant, task.Input with { Duration = length }));
    }
}
