using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>References of which one is shorter or longer than its model takes.</summary>
/// <param name="Field">The provider's field.</param>
/// <param name="IsSound">Whether they are heard rather than seen.</param>
/// <param name="Least">In seconds.</param>
/// <param name="Most">In seconds.</param>
public sealed record LengthFault(string Field, bool IsSound, decimal Least, decimal Most)
{
    internal static LengthFault? Find(VariantShape variant, GenerationInput form, InputFacts facts)
    {
        foreach (var slot in variant.Mode(form.Mode).Media.Where(slot => slot.Role.Many && slot.Role.Kind is MediaKind.Video or MediaKind.Sound))
        {
            if (slot.Into.Entry is not { MinSeconds: { } least, MaxSeconds: { } most } limits) continue;
            var isOff = slot.Role.Get(form).Any(media => facts.Media.TryGetValue(media, out var measure)
                && (measure.Seconds < least - MediaLimits.Tolerance || measure.Seconds > most + MediaLimits.Tolerance));
            if (isOff) return new(limits.Name, slot.Role.Kind is MediaKind.Sound, least, most);
        }

        return null;
    }
}
