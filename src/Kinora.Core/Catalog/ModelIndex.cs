namespace Kinora.Core.Catalog;

/// <summary>Finds models by any of their names.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<string, (ModelDefinition Model, ModelVariant? Pinned)> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Endpoint, string WireId), ModelVariant> _byWireId = [];
    private readonly Dictionary<string, RetiredEntry> _retired;

    public ModelIndex(IReadOnlyList<ModelDefinition> models, IReadOnlyList<RetiredEntry> retired)
    {
        _retired = retired.ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var model in models)
        {
            _byId[model.Id] = (model, null);
            foreach (var alias in model.Aliases) _byId[alias] = (model, null);
            foreach (var variant in model.Variants)
            {
                _byId[variant.Id] = (model, variant);
                foreach (var alias in variant.Aliases) _byId[alias] = (model, variant);
                foreach (var route in variant.Routes)
                {
                    if (route.As is not null) continue;
                    _byWireId[(route.Endpoint, route.WireId)] = variant;
                    foreach (var alias in variant.Aliases) _byWireId.TryAdd((route.Endpoint, alias), variant);
                }
            }
        }
    }

    /// <summary>The model of a product id, alias or variant id; a variant id pins the variant.</summary>
    public (ModelDefinition Model, ModelVariant? Pinned)? Find(string id) => _byId.TryGetValue(id, out var found) ? found : null;

    public ModelVariant? FindWire(string endpoint, string wireId) => _byWireId.GetValueOrDefault((endpoint, wireId));

    public bool IsRetired(string id) => _retired.ContainsKey(id);

    /// <summary>The refusal of an id that is not known: what took its place, or what it may have meant.</summary>
    public InputFault Unknown(string id)
    {
        var shown = GivenValue.Shorten(id);
        if (_retired.TryGetValue(id, out var gone))
        {
            var instead = gone.Instead is null ? "" : $" {gone.Instead} took its place.";
            return new("model", $"{gone.Id} is not to be had. {gone.Reason}{instead}", shown, gone.Instead is null ? [] : [gone.Instead]) { Code = "unknown_model" };
        }

        var near = Near(id);
        return near.Count == 0
            ? new("model", $"There is no model {shown}; GET /api/models lists them all.", shown, []) { Code = "unknown_model" }
            : new("model", $"There is no model {shown}. Did you mean {Words.Or(near)}?", shown, near) { Code = "unknown_model" };
    }

    // At most three, and none that is more unlike than like.
    private IReadOnlyList<string> Near(string id)
    {
        var wanted = (id.Length > 100 ? id[..100] : id).ToLowerInvariant();
        return
        [
            .. _byId.Keys.Select(known => (Id: known, Distance: Nearest.Distance(wanted, known.ToLowerInvariant())))
                .Where(one => one.Distance <= Math.Max(2, wanted.Length / 2)).OrderBy(one => one.Distance).Take(3).Select(one => one.Id),
        ];
    }
}
