namespace Kinora.Core.Catalog;

/// <summary>Every product id, alias and variant id means one thing, and so does every wire id of an endpoint.</summary>
internal sealed class NameCheck
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _wireIds = [];

    public void Check(ModelEntry model, string path, Action<string, string> fault)
    {
        Claim(model.Id, path + ".id", fault);
        foreach (var (index, alias) in model.Aliases.Index()) Claim(alias, $"{path}.aliases[{index}]", fault);
        foreach (var (index, variant) in model.Variants.Index())
        {
            var at = $"{path}.variants[{index}]";
            Claim(variant.Id, at + ".id", fault);
            foreach (var (number, route) in variant.Routes.Index())
            {
                if (!_wireIds.Add($"{route.Provider} {route.Endpoint} {route.WireId}"))
                    fault($"{at}.routes[{number}].wireId", $"expected a wire id of its own, found {route.WireId} again");
            }
        }
    }

    private void Claim(string id, string path, Action<string, string> fault)
    {
        if (!_owners.TryAdd(id, path)) fault(path, $"expected an id of its own; {id} is taken by {_owners[id]}");
    }
}
