namespace Kinora.Core.Catalog;

/// <summary>What the schema cannot say of a model: that names refer to something and values are of their parameter's kind.</summary>
internal static class ModelCheck
{
    public static void Check(ModelEntry model, Func<string, bool> isSource, string path, Action<string, string> fault)
    {
        Source(model.Source, path);
        var roles = model.Variants.SelectMany(variant => variant.Parameters.Select(one => one.Role).Concat(variant.Clauses.Select(one => one.Role))).ToHashSet();
        if (model.Sound is "optional" != roles.Contains(FormRole.Sound))
            fault(path + ".sound", "expected optional exactly when some variant has a parameter of the role sound");
        foreach (var key in model.Defaults.Keys.Where(key => !roles.Contains(key) && !IsParameter(model, key)))
            fault(JsonPath.Field(path + ".defaults", key), "expected a setting that some variant has");
        foreach (var (index, variant) in model.Variants.Index())
        {
            var at = $"{path}.variants[{index}]";
            Source(variant.Source, at);
            foreach (var (number, parameter) in variant.Parameters.Index())
                if (parameter.Source is { } source) Source(source, $"{at}.parameters[{number}]");
            foreach (var (number, clause) in variant.Clauses.Index()) Source(clause.Source, $"{at}.clauses[{number}]");
            foreach (var (number, rule) in variant.Rules.Index()) Source(rule.Source, $"{at}.rules[{number}]");
            foreach (var (number, refusal) in variant.Refusals.Index()) Source(refusal.Source, $"{at}.refusals[{number}]");
            foreach (var (number, warning) in variant.Warnings.Index()) Source(warning.Source, $"{at}.warnings[{number}]");
            foreach (var (number, row) in variant.Prices.Upstream.Index()) Source(row.Source, $"{at}.prices.upstream[{number}]");
            foreach (var (number, row) in variant.Prices.Retail.Index()) Source(row.Source, $"{at}.prices.retail[{number}]");
            foreach (var (number, route) in variant.Routes.Index())
                if (route.Live is { } live) Source(live.Source, $"{at}.routes[{number}].live");
            new VariantCheck(variant, at, fault).Run();
        }

        void Source(string key, string at)
        {
            if (!isSource(key)) fault(at + ".source", $"expected a key of sources, found {key}");
        }
    }

    private static bool IsParameter(ModelEntry model, string key) =>
        model.Variants.SelectMany(variant => variant.Parameters).Any(parameter => key == "parameters." + parameter.Name);
}
