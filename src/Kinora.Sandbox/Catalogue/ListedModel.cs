using KieAi;
using Kinora.Core.Catalog;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox.Catalogue;

/// <summary>A model of the jobs API, as the catalogue calls tell it.</summary>
internal sealed record ListedModel(string Id, ModelDefinition Product, ModelVariant Variant, KieModel Told, IReadOnlyList<KiePrice> Prices)
{
    private const string Provider = "kie";

    public static IEnumerable<ListedModel> Of(ModelDefinition product, Func<ModelVariant, IReadOnlyList<ListedPrice>> prices) =>
        from variant in product.Variants
        from route in variant.Routes
        where route is { Provider: Provider, Endpoint: CatalogEndpoint.Jobs }
        select Of(product, variant, route.WireId, prices(variant));

    public bool Fits(KieModelQuery query) =>
        (query.TaskType is not { Length: > 0 } type || Told.TaskType!.Contains(type, StringComparer.OrdinalIgnoreCase))
        && (query.Provider is not { Length: > 0 } provider || provider.Equals(Told.Provider, StringComparison.OrdinalIgnoreCase))
        && (query.Text is not { Length: > 0 } text || Texts.Any(one => one.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<string> Texts => [Id, Told.Title!, Told.Description!, Told.Provider!];

    private static ListedModel Of(ModelDefinition product, ModelVariant variant, string id, IReadOnlyList<ListedPrice> prices)
    {
        var modes = variant.Modes.Select(mode => mode.Mode).ToArray();
        var title = $"{product.Name}, {string.Join(", ", modes)}";
        return new(
            id,
            product,
            variant,
            new KieModel
            {
                Model = id,
                Slug = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')),
                Title = title,
                Provider = product.Vendor,
                TaskType = modes,
                Description = product.Summary.En,
                PricingDesc = "In credits: " + string.Join("; ", prices),
            },
            [
                .. prices.Select(price => new KiePrice
                {
                    ModelDescription = price.When.Length == 0 ? title : $"{title}, {price.When}",
                    Provider = product.Vendor,
                    CreditPrice = price.Credits,
                    CreditUnit = price.Unit,
                }),
            ]);
    }
}
