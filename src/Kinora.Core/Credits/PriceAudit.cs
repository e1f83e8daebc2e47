using Kinora.Core.Catalog;

namespace Kinora.Core.Credits;

/// <summary>What the requests of a catalog bring beside what they cost: for each variant and mode the one with the smallest margin.</summary>
public static class PriceAudit
{
    /// <summary>The worst first: by what is left of a dollar that is asked.</summary>
    public static IReadOnlyList<AuditedPrice> Of(ModelCatalog catalog) =>
    [
        .. catalog.Models.SelectMany(model => model.Variants, (model, variant) => (model, variant))
            .SelectMany(one => one.variant.Shape.Modes, (one, mode) => Worst(one.model, one.variant, mode)).OrderBy(price => price.MarginUsd / price.Usd),
    ];

    private static AuditedPrice Worst(ModelDefinition model, ModelVariant variant, ModeShape mode)
    {
        var (table, cases) = (variant.Shape.Prices, PriceCases.Of(variant.Shape, mode).ToArray());
        var priced = cases.Select(values => (Values: values, Price: table.Known(values, of => new(PriceCases.Least(variant.Shape, mode, values, of)))));
        var (worst, price) = priced.MinBy(one => one.Price.Credits * table.Terms.UsdPerCredit - one.Price.Upstream * ProviderCredit.Usd);
        var settings = cases.Length == 1 ? [] : worst.Where(value => value.Key is not Condition.Mode).ToDictionary();
        return new(model.Id, variant.Id, mode.Name, cases.Length, settings, price.Credits, price.Credits * table.Terms.UsdPerCredit, price.Upstream, price.IsGuess);
    }
}

/// <summary>The request with the smallest margin of a variant in a mode.</summary>
/// <param name="Cases">Kinds of requests that prices tell apart.</param>
/// <param name="Settings">Those of this one; none where there is one kind.</param>
/// <param name="Usd">What Kinora asks, in US dollars.</param>
/// <param name="UpstreamCredits">What the provider asks, in its own credits.</param>
/// <param name="IsGuess">Whether the provider publishes no price.</param>
public sealed record AuditedPrice(string ModelId, string VariantId, string Mode, int Cases, IReadOnlyDictionary<string, string> Settings, long Credits, decimal Usd, decimal UpstreamCredits, bool IsGuess)
{
    public decimal UpstreamUsd => UpstreamCredits * ProviderCredit.Usd;

    /// <summary>Negative for a loss.</summary>
    public decimal MarginUsd => Usd - UpstreamUsd;
}
