using System.Globalization;
using System.Text.RegularExpressions;
using Kinora.Core.Catalog;

namespace Kinora.Core.Diagnostics;

/// <summary>What a provider's own catalogue lists and ours does not: models, and prices.</summary>
internal static partial class CatalogueDifferences
{
    /// <summary>Ids of listed models that no route of the catalog names, and that were not left out on purpose.</summary>
    public static IReadOnlyList<string> Unknown(ModelCatalog catalog, IReadOnlyList<ListedByProvider> listed) =>
        [.. listed.Select(one => one.Model).Distinct().Where(id => Variant(catalog, id) is null && !catalog.IsRetired(id))];

    /// <summary>Sentences about prices of the list that none of ours agrees with.</summary>
    public static IEnumerable<string> Prices(ModelCatalog catalog, IReadOnlyList<ListedByProvider> listed)
    {
        foreach (var one in listed.DistinctBy(one => one.Model))
        {
            if (one.Price is not { } words || Variant(catalog, one.Model) is not { } variant) continue;
            var ours = Numbers(string.Join(' ', ModelCatalog.UpstreamPrices(variant).Select(price => price.ToString())));
            var strange = Numbers(words).Except(ours).ToList();
            if (strange.Count > 0)
                yield return $"{one.Account} prices {one.Model} at '{words}'; the catalog does not know {string.Join(", ", strange.Select(Plain))}.";
        }
    }

    private static ModelVariant? Variant(ModelCatalog catalog, string id) => catalog.FindVariant(id)
        ?? catalog.Models.SelectMany(model => model.Variants).FirstOrDefault(variant => variant.Routes.Any(route => route.WireId == id));

    // Every number in the words: of credits, and of settings, which both sides name.
    private static HashSet<decimal> Numbers(string words) =>
        [.. Number().Matches(words).Select(match => decimal.Parse(match.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))];

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // Not the ones within names such as 720p, 4k or v2.
    [GeneratedRegex(@"(?<![\w.$])[0-9]{1,6}(\.[0-9]{1,4})?(?![\w.]*[A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
