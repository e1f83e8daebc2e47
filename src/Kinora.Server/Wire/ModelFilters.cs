using Kinora.Core.Catalog;
using Kinora.Server.Endpoints;

namespace Kinora.Server.Wire;

/// <summary>Decides which models a query of the list means.</summary>
internal static class ModelFilters
{
    public static bool Takes(this ModelQuery query, ModelDefinition model) =>
        Is(query.Vendor, model.Vendor)
        && (query.Category is null || model.Categories.Any(one => Is(query.Category, one)))
        && (query.Sound is null || HasSound(model.Sound, query.Sound))
        && (query.Works is null || query.OnlyWorking is not null)
        && !(model.FromCredits > query.MaxCredits)
        && model.Modes.Any(mode => Is(query.Mode, mode.Mode) && Offers(mode, "resolution", query.Resolution) && Offers(mode, "aspectRatio", query.Ratio))
        && (query.Words is null || HasWords(model, query.Words));

    private static bool Is(string? wanted, string value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    // Whether it can be had as wanted; where nobody says, neither.
    private static bool HasSound(string sound, string wanted) => wanted.ToLowerInvariant() switch
    {
        "true" => sound is "always" or "optional" or "kept",
        "false" => sound is "never" or "optional",
        _ => false,
    };

    private static bool Offers(ModeForm mode, string role, string? wanted) =>
        wanted is null || mode.Controls.Any(control => control.Role == role && control.Choices?.Any(choice => Is(wanted, choice.ToString())) is true);

    private static bool HasWords(ModelDefinition model, string words)
    {
        var text = string.Join(' ', [
            model.Id, model.Name, model.Vendor, model.Family, model.Badge ?? "", model.Summary.En, model.Summary.Ru, model.BestFor.En, model.BestFor.Ru,
            .. model.Aliases, .. model.Categories, .. model.Variants.Select(variant => variant.Id), .. model.Modes.Select(mode => mode.Mode)]);
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
