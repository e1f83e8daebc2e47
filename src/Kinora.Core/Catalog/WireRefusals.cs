using System.Text.Json.Nodes;

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

    private static bool Holds(JsonNode? value, string? wanted) =>
        wanted is null ? WireValue.IsAbsent(value) : !WireValue.IsAbsent(value) && ScalarText.Of(value) == wanted;
}
