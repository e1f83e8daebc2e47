using Kinora.Core.Catalog;
using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>Every route of the catalog at every account, and what may be sent there to see whether the model is there.</summary>
internal sealed class ProbeTargets(ModelCatalog catalog, ProviderPool providers)
{
    private readonly Dictionary<(string Provider, string Endpoint, string Model), bool> _refusesEmpty = catalog.Models.SelectMany(model => model.Variants)
        .SelectMany(variant => variant.Routes, (variant, route) => (Route: route, RefusesEmpty: FieldsOf(catalog, variant, route).RefusesEmptyInput))
        .GroupBy(one => (one.Route.Provider, one.Route.Endpoint, one.Route.WireId))
        .ToDictionary(same => same.Key, same => same.All(one => one.RefusesEmpty));

    /// <summary>What is asked on a route. One that the catalog does not name any more is sent nothing that might be made.</summary>
    public ProbeTarget Of(IGenerationProvider account, RouteKey route) =>
        new(route.Endpoint, route.Model, _refusesEmpty.GetValueOrDefault((account.Name, route.Endpoint, route.Model)));

    /// <summary>Of all models, of one, or of one of its variants.</summary>
    public IReadOnlyList<RouteKey> All(ModelDefinition? model, ModelVariant? variant) =>
    [
        .. (variant is not null ? [variant] : model?.Variants ?? catalog.Models.SelectMany(one => one.Variants)).SelectMany(one => one.Routes)
            .SelectMany(
                route => providers.Accounts.Where(account => account.Name == route.Provider && account.TakesNew),
                (route, account) => new RouteKey(account.Account, route.Endpoint, route.WireId))
            .Distinct(),
    ];

    private static ModelVariant FieldsOf(ModelCatalog catalog, ModelVariant variant, ModelRoute route) =>
        route.As is null ? variant : catalog.FindVariant(route.As) ?? variant;
}
