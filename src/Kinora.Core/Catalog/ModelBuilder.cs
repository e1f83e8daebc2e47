namespace Kinora.Core.Catalog;

/// <summary>Makes models of catalog entries that passed the checks.</summary>
internal static class ModelBuilder
{
    public static ModelDefinition Build(string family, ModelEntry entry, bool live)
    {
        var defaults = entry.Defaults.ToDictionary(one => one.Key, one => ScalarText.Of(one.Value)!);
        return new()
        {
            Id = entry.Id, Name = entry.Name, Vendor = entry.Vendor, Family = family, Summary = entry.Summary, Badge = entry.Badge,
            Gradient = entry.Gradient, Aliases = entry.Aliases, TypicalSeconds = entry.TypicalSeconds, Sound = entry.Sound,
            Variants = [.. entry.Variants.Select(variant => Variant(entry, variant, defaults, live))],
        };
    }

    /// <summary>Adds what is worked out from the prices, once they are known to be whole.</summary>
    public static ModelDefinition Finish(ModelDefinition model)
    {
        var pairs = model.Variants.SelectMany(variant => variant.Shape.Modes, (variant, mode) => (Variant: variant, Mode: mode)).ToArray();
        return model with
        {
            Modes = [.. pairs.DistinctBy(pair => pair.Mode.Name).Select(pair => Form(pair.Variant, pair.Mode))],
            FromCredits = pairs.Min(pair => Cheapest(pair.Variant.Shape, pair.Mode)),
        };
    }

    private static ModeForm Form(ModelVariant variant, ModeShape mode) =>
        new(mode.Name, variant.Id, FormDrawing.Controls(variant.Shape, mode));

    private static long Cheapest(VariantShape variant, ModeShape mode) =>
        PriceCases.Of(variant, mode).Min(one => variant.Prices.Quote(one).Credits);

    private static ModelVariant Variant(ModelEntry model, VariantEntry entry, Dictionary<string, string> defaults, bool live)
    {
        var parameters = entry.Parameters.Select(parameter => new Parameter(parameter)).ToArray();
        var constants = entry.Modes.SelectMany(mode => mode.Set.Keys).ToHashSet();
        var media = entry.Modes.SelectMany(mode => mode.Media).Select(one => one.Into).ToHashSet();
        var rules = entry.Rules.Select(rule => new Rule(rule)).ToArray();
        var settings = parameters.Where(parameter => !constants.Contains(parameter.Name) && !media.Contains(parameter.Name)).ToArray();
        return new()
        {
            Id = entry.Id,
            Routes = [.. entry.Routes.Select(route => Route(route, live)).OrderBy(route => route.UnavailableReason is not null)],
            Shape = new()
            {
                Name = model.Name,
                Sound = model.Sound,
                Parameters = parameters,
                Modes = [.. entry.Modes.Select(mode => new ModeShape(mode, parameters, settings, rules, defaults))],
                Prices = new(Rows(entry.Prices.Upstream), Rows(entry.Prices.Retail)),
            },
        };
    }

    private static PriceRow[] Rows(List<PriceEntry> entries) => [.. entries.Select(row => new PriceRow(row))];

    private static ModelRoute Route(RouteEntry route, bool live) =>
        new(route.Provider, route.Endpoint, route.WireId, live ? route.Live?.Reason : null);
}
