using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>Makes models of catalog entries that passed the checks.</summary>
/// <param name="live">Whether KIE.ai itself is called, rather than the sandbox.</param>
internal sealed class ModelBuilder(bool live, OverrideFile changes)
{
    public ModelDefinition Build(CatalogFile family, ModelEntry entry)
    {
        var change = changes.Of(entry.Id);
        var defaults = entry.Defaults.ToDictionary(one => one.Key, one => ScalarText.Of(one.Value)!);
        var terms = new PriceTerms(change.Markup ?? changes.Markup, changes.UsdPerCredit);
        return new()
        {
            Id = entry.Id, Name = entry.Name, Vendor = entry.Vendor, Family = family.Family, Summary = entry.Summary, BestFor = entry.BestFor,
            Badge = change.Badge.ValueKind is JsonValueKind.Undefined ? entry.Badge : change.Badge.GetString(),
            Gradient = entry.Gradient, Categories = entry.Categories, Hidden = change.Hidden ?? entry.Hidden, Order = change.Order ?? family.Order,
            Aliases = entry.Aliases, TypicalSeconds = entry.TypicalSeconds, Sound = entry.Sound,
            Variants = [.. entry.Variants.Select(variant => Variant(entry, variant, defaults, terms))],
        };
    }

    /// <summary>Adds what is worked out from the prices, once they are known to be whole.</summary>
    public static ModelDefinition Finish(ModelDefinition model)
    {
        var pairs = model.Variants.SelectMany(variant => variant.Shape.Modes, (variant, mode) => (Variant: variant, Mode: mode)).ToArray();
        ModelVariant[] variants =
            [.. model.Variants.Select(variant => variant with { Modes = [.. variant.Shape.Modes.Select(mode => FormDrawing.Form(variant, mode))] })];
        var forms = variants.SelectMany(variant => variant.Modes).ToArray();
        return model with
        {
            Variants = variants,
            Modes =
            [
                .. forms.DistinctBy(form => (form.Mode, form.Tier)).OrderBy(form => Array.FindIndex(forms, one => one.Mode == form.Mode)),
            ],
            FromCredits = Fresh(pairs).Min(pair => PriceCases.Cheapest(pair.Variant.Shape, pair.Mode)),
        };
    }

    // A card tells what a new video costs; where a product does nothing but continue takes, what that costs.
    private static IEnumerable<(ModelVariant Variant, ModeShape Mode)> Fresh((ModelVariant Variant, ModeShape Mode)[] pairs)
    {
        var fresh = pairs.Where(pair => pair.Mode.Slot(MediaRole.Source) is null).ToArray();
        return fresh.Length > 0 ? fresh : pairs;
    }

    private ModelVariant Variant(ModelEntry model, VariantEntry entry, Dictionary<string, string> defaults, PriceTerms terms)
    {
        Parameter[] parameters = [.. entry.Parameters.Select(one => new Parameter(one)), .. entry.Clauses.Select(one => new Parameter(one))];
        var media = entry.Modes.SelectMany(mode => mode.Media).Select(one => one.Into).ToHashSet();
        var rules = entry.Rules.Select(rule => new Rule(rule)).ToArray();
        return new()
        {
            Id = entry.Id,
            Aliases = entry.Aliases,
            Tier = entry.Tier,
            Resolution = entry.Resolution,
            Routes = [.. entry.Routes.Select(Route).OrderBy(route => route.UnavailableReason is not null)],
            Shape = new()
            {
                Name = model.Name,
                Sound = model.Sound,
                Seconds = entry.Seconds,
                Result = entry.Result,
                Probe = entry.Probe,
                Parameters = parameters,
                Modes = [.. entry.Modes.Select(mode => new ModeShape(mode, parameters, media, rules, defaults))],
                Refusals = entry.Refusals,
                Warnings = entry.Warnings,
                Prices = new(Rows(entry.Prices.Upstream), Rows(entry.Prices.Retail), entry.Labels, terms),
            },
        };
    }

    private static PriceRow[] Rows(List<PriceEntry> entries) => [.. entries.Select(row => new PriceRow(row))];

    private ModelRoute Route(RouteEntry route) => new(route.Provider, route.Endpoint, route.WireId, live ? route.Live?.Reason : null, route.As);
}
