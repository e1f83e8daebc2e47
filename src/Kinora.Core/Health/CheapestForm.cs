using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Health;

/// <summary>Finds the cheapest request of a model that needs nothing but words.</summary>
internal static class CheapestForm
{
    private const string Words = "A calm sea at dawn, gentle waves, soft light.";

    /// <summary>Settings that a price may go by, and that every form has alike.</summary>
    private static readonly string[] Priced = [FormRole.Duration, FormRole.Resolution, FormRole.Sound];

    /// <summary>Null where each of its modes needs a picture, a video, a sound or an earlier take.</summary>
    public static GenerationInput? Of(ModelCatalog catalog, ModelDefinition model)
    {
        var candidates = model.Variants.SelectMany(variant => variant.Shape.Modes, (variant, mode) => Cheapest(catalog, model, variant, mode)).OfType<GenerationPlan>();
        return candidates.MinBy(plan => plan.Quote.Credits)?.Input;
    }

    private static GenerationPlan? Cheapest(ModelCatalog catalog, ModelDefinition model, ModelVariant variant, ModeShape mode)
    {
        var best = catalog.Plan(new() { Model = model.Id, Tier = variant.Tier, Mode = mode.Name, Prompt = Words }).Plan;
        foreach (var setting in mode.Settings.Where(one => one.Parameter.Role is { } role && Priced.Contains(role.Name)))
        {
            foreach (var choice in setting.Parameter.Listed ?? [])
            {
                if (best is null) return null;
                if (catalog.Plan(setting.Parameter.Role!.Set(best.Input, choice)).Plan is { } plan && plan.Quote.Credits < best.Quote.Credits) best = plan;
            }
        }

        return best;
    }
}
