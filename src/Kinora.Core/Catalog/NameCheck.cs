namespace Kinora.Core.Catalog;

/// <summary>Every product id, alias, variant id and retired id means one thing, and so does every wire id of an endpoint.</summary>
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
            foreach (var (number, alias) in variant.Aliases.Index()) Claim(alias, $"{at}.aliases[{number}]", fault);
            foreach (var (number, route) in variant.Routes.Index())
            {
                if (route.As is null && !_wireIds.Add($"{route.Provider} {route.Endpoint} {route.WireId}"))
                    fault($"{at}.routes[{number}].wireId", $"expected a wire id of its own, found {route.WireId} again");
            }
        }
    }

    public void Check(RetiredEntry retired, string path, Func<string, bool> isSource, Action<string, string> fault)
    {
        Claim(retired.Id, path + ".id", fault);
        if (!isSource(retired.Source)) fault(path + ".source", $"expected a key of sources, found {retired.Source}");
    }

    /// <summary>That what one file says of another's models is there; once every file was read.</summary>
    public static void CheckReferences(IReadOnlyList<FamilyFile> families, Action<string, string> fault)
    {
        var models = families.SelectMany(one => one.Family.Models).ToArray();
        var variants = models.SelectMany(model => model.Variants).Select(variant => variant.Id).ToHashSet();
        var known = models.Select(model => model.Id).Concat(variants).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, family) in families)
        {
            foreach (var (index, retired) in family.Retired.Index())
                if (retired.Instead is { } instead && !known.Contains(instead)) fault(file, $"$.retired[{index}].instead: expected a product or variant id, found {instead}");
            foreach (var (index, model) in family.Models.Index())
            {
                foreach (var other in model.Variants.SelectMany(variant => variant.Routes).Select(route => route.As).OfType<string>())
                    if (!variants.Contains(other)) fault(file, $"$.models[{index}]: expected a route as a variant of the catalog, found {other}");
                foreach (var from in model.Variants.SelectMany(variant => variant.Modes).SelectMany(mode => mode.Media).SelectMany(media => media.From))
                    if (!variants.Contains(from)) fault(file, $"$.models[{index}]: expected media from a variant, found {from}");
            }
        }
    }

    /// <summary>That the products of services are there.</summary>
    public static void CheckServices(
        IReadOnlyList<FamilyFile> families, IReadOnlyDictionary<string, List<string>> services, Action<string> fault)
    {
        var products = families.SelectMany(one => one.Family.Models).Select(model => model.Id).ToHashSet();
        foreach (var (service, ids) in services)
            foreach (var (index, id) in ids.Index())
                if (!products.Contains(id)) fault($"{JsonPath.Field("$.services", service)}[{index}]: expected a product id, found {id}");
    }

    private void Claim(string id, string path, Action<string, string> fault)
    {
        if (!_owners.TryAdd(id, path)) fault(path, $"expected an id of its own; {id} is taken by {_owners[id]}");
    }
}
