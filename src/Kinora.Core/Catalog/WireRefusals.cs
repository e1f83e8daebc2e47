using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A refusal in the provider's own words.</summary>
public sealed record WireRefusalText(int Code, string Text);

/// <summary>What a provider refuses with words of its own.</summary>
internal static class WireRefusals
{
    public static WireRefusalText? Of(VariantShape variant, JsonObject wire) =>
        variant.Refusals.FirstOrDefault(entry => entry.When.All(term => Holds(wire[term.Key], ScalarText.Of(term.Value)))) is { } refusal
            ? new(refusal.Code, refusal.Text)
            : null;

    /// <summary>The first reference whose measured length its model does not take; null when there is none.</summary>
    public static string? Length(VariantShape variant, GenerationInput form, InputFacts facts)
    {
        foreach (var slot in variant.Mode(form.Mode).Media.Where(slot => slot.Role.Many && slot.Role.Kind is MediaKind.Video or MediaKind.Sound))
        {
            if (slot.Into.Entry is not { MinSeconds: { } least, MaxSeconds: { } most } limits) continue;
            var off = slot.Role.Get(form).Any(media => facts.Media.TryGetValue(media, out var measure)
                && (measure.Seconds < least - MediaLimits.Tolerance || measure.Seconds > most + MediaLimits.Tolerance));
            if (!off) continue;
            var range = $"between {ScalarText.Of(least)} and {ScalarText.Of(most)} seconds";
            return slot.Role.Kind is MediaKind.Sound ? $"Each reference audio must be {range}" : $"{limits.Name} duration must be {range}";
        }

        return null;
    }

    private static bool Holds(JsonNode? value, string? wanted) =>
        wanted is null ? WireValue.IsAbsent(value) : !WireValue.IsAbsent(value) && ScalarText.Of(value) == wanted;
}
