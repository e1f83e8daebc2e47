namespace Kinora.Core.Catalog;

/// <summary>Finds models by any of their names.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<string, (ModelDefinition Model, ModelVariant? Pinned)> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Endpoint, string WireId), ModelVariant> _byWireId = [];

    public ModelIndex(IReadOnlyList<ModelDefinition> models)
    {
        foreach (var model in models)
        {
            _byId[model.Id] = (model, null);
            foreach (var alias in model.Aliases) _byId[alias] = (model, null);
            foreach (var variant in model.Variants)
            {
                _byId[variant.Id] = (model, variant);
                foreach (var route in variant.Routes) _byWireId[(route.Endpoint, route.WireId)] = variant;
            }
        }
    }

    /// <summary>The model of a product id, alias or variant id; a variant id pins the variant.</summary>
    public (ModelDefinition Model, ModelVariant? Pinned)? Find(string id) => _byId.TryGetValue(id, out var found) ? found : null;

    public ModelVariant? FindWire(string endpoint, string wireId) => _byWireId.GetValueOrDefault((endpoint, wireId));

    /// <summary>The ids most like one that is not known.</summary>
    public IReadOnlyList<string> Near(string id)
    {
        var wanted = (id.Length > 100 ? id[..100] : id).ToLowerInvariant();
        return [.. _byId.Keys.OrderBy(known => Nearest.Distance(wanted, known.ToLowerInvariant())).Take(3)];
    }
}
