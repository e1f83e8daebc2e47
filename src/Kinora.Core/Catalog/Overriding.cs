namespace Kinora.Core.Catalog;

/// <summary>Puts an operator's routes and prices in the place of the catalog's, checked as these are.</summary>
internal sealed class Overriding(OverrideFile changes, Action<string, string> fault)
{
    /// <summary>Before the model is checked.</summary>
    public void ApplyRoutes(ModelEntry model)
    {
        foreach (var (id, routes) in changes.Of(model.Id).Routes)
            if (Find(model, id, ".routes", out _) is { } variant) variant.Routes = routes;
    }

    public void ApplyPrices(ModelEntry model)
    {
        foreach (var (id, prices) in changes.Of(model.Id).Prices)
        {
            if (Find(model, id, ".prices", out var at) is not { } variant) continue;
            variant.Prices = new() { Upstream = prices.Upstream ?? variant.Prices.Upstream, Retail = prices.Retail ?? variant.Prices.Retail };
            var check = new VariantCheck(variant, at, fault);
            check.CheckPrices(prices.Upstream, at + ".upstream");
            check.CheckPrices(prices.Retail, at + ".retail");
        }
    }

    private VariantEntry? Find(ModelEntry model, string id, string field, out string at)
    {
        at = JsonPath.Field(JsonPath.Field("$.models", model.Id) + field, id);
        var found = model.Variants.Find(variant => variant.Id == id);
        if (found is null) fault(at, $"expected a variant of {model.Id}: {string.Join(", ", model.Variants.Select(one => one.Id))}");
        return found;
    }

    /// <summary>The path of a product's prices in the operator's file; null when it changes none.</summary>
    public string? PricesOf(ModelEntry model) =>
        changes.Of(model.Id).Prices.Count == 0 ? null : JsonPath.Field("$.models", model.Id) + ".prices";

    public void CheckNames(IEnumerable<ModelEntry> models)
    {
        var known = models.Select(model => model.Id).ToHashSet();
        foreach (var id in changes.Models.Keys.Where(id => !known.Contains(id)))
            fault(JsonPath.Field("$.models", id), "expected the id of a product");
    }
}
