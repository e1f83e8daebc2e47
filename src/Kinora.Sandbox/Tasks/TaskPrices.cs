using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Sandbox.Tasks;

/// <summary>What tasks cost, in KIE credits.</summary>
internal sealed class TaskPrices(ModelCatalog catalog, TaskInputs inputs, TaskStore store)
{
    /// <summary>
    /// What is charged on submission: the most that it can be, where the model decides the length or media are not the sandbox's own. Null
    /// when it continues a take that its model does not continue.
    /// </summary>
    /// <param name="continues">The variant whose take it counts as to continue; null for the one that made it.</param>
    public async Task<decimal?> AskedAsync(ModelVariant variant, GenerationInput input, string? continues = null)
    {
        var facts = new InputFacts { Media = await inputs.MeasureAsync(input) };
        if (input.Source is { } taskId && store.Find(taskId) is { } earlier)
            facts = facts with { Source = new(continues ?? earlier.Continues ?? earlier.Input.Model, earlier.Input.Resolution) };
        return catalog.UpstreamCredits(variant, input, facts);
    }

    /// <summary>What a video of this length costs, where nothing but its length was open; never more than was charged.</summary>
    public async Task<decimal> MadeAsync(SandboxTask task, double seconds)
    {
        if (task.Seconds is not null || catalog.FindVariant(task.Input.Model) is not { } variant) return task.Credits;
        var length = (int)Math.Max(1, Math.Round(seconds, MidpointRounding.AwayFromZero));
        return Math.Min(task.Credits, await AskedAsync(variant, task.Input with { Duration = length }, task.Continues) ?? task.Credits);
    }
}
