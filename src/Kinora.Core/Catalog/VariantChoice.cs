using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>The variant and mode that a request form is for.</summary>
internal readonly record struct VariantChoice(ModelVariant Variant, ModeShape Mode)
{
    /// <summary>The tier and mode asked for, else the one that the media given fit best; of equals the first.</summary>
    /// <returns>Null when the tier or mode asked for is not offered.</returns>
    public static VariantChoice? Of(ModelDefinition model, ModelVariant? pinned, GenerationInput form)
    {
        VariantChoice? best = null;
        var least = (int.MaxValue, int.MaxValue);
        foreach (var variant in model.Variants)
        {
            if (pinned is not null && !ReferenceEquals(variant, pinned)) continue;
            foreach (var mode in variant.Shape.Modes)
            {
                var misfit = mode.Misfit(form);
                if ((form.Mode is not null && form.Mode != mode.Name) || !variant.IsTier(form.Tier) || misfit.CompareTo(least) >= 0) continue;
                (best, least) = (new(variant, mode), misfit);
            }
        }

        return best;
    }
}
