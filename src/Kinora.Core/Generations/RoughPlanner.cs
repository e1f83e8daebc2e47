using Kinora.Core.Catalog;

namespace Kinora.Core.Generations;

/// <summary>Plans a form by what is known of its inputs already: nothing is fetched, and what is not known is priced at its dearest.</summary>
public sealed class RoughPlanner(ModelCatalog catalog, KnownInputs inputs)
{
    public async Task<RoughPlan> PlanAsync(string accountId, GenerationInput form, CancellationToken cancellationToken)
    {
        var (known, noTake) = await inputs.OfAsync(accountId, form, cancellationToken);
        var (plan, faults) = catalog.Plan(form, known);
        if (noTake is not null) faults = [.. faults, noTake];
        return new(faults.Count > 0 ? null : plan, known, faults);
    }
}

/// <summary>A plan before its media are ours.</summary>
/// <param name="Plan">Null where there are faults.</param>
public sealed record RoughPlan(GenerationPlan? Plan, InputFacts Known, IReadOnlyList<InputFault> Faults);
