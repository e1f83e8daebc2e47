namespace Kinora.Core.Catalog;

/// <summary>The checks that need a model's shape: that defaults are allowed and that every request has one price.</summary>
internal static class ShapeCheck
{
    public static void Check(ModelDefinition model, ModelEntry entry, string path, Action<string, string> fault)
    {
        foreach (var (key, value) in entry.Defaults)
        {
            var text = ScalarText.Of(value)!;
            var parameters = model.Variants.SelectMany(variant => variant.Shape.Parameters);
            foreach (var parameter in parameters.Where(parameter => parameter.Key == key))
            {
                if (SettingValue.Fault(parameter, parameter.Choices, text) is { } wrong)
                    fault(JsonPath.Field(path + ".defaults", key), $"expected {wrong}, found {text}");
            }
        }

        foreach (var (index, variant) in model.Variants.Index())
        {
            foreach (var mode in variant.Shape.Modes) CheckPrices(variant.Shape, mode, $"{path}.variants[{index}].prices", fault);
        }
    }

    private static void CheckPrices(VariantShape variant, ModeShape mode, string path, Action<string, string> fault)
    {
        foreach (var values in PriceCases.Of(variant, mode))
        {
            var shown = string.Join(", ", values.Select(value => $"{value.Key} {value.Value}"));
            var (upstream, retail) = (Fitting(variant.Prices.Upstream, values), Fitting(variant.Prices.Retail, values));
            if (upstream.Length != 1) fault(path + ".upstream", $"expected one row for {shown}, found {upstream.Length}");
            if (retail.Length > 1) fault(path + ".retail", $"expected at most one row for {shown}, found {retail.Length}");
            if (upstream.Concat(retail).Any(row => row.PerSecond) && !values.ContainsKey(FormRole.Duration))
                fault(path, $"expected a duration that always has a value and a least one, as the price for {shown} is per second");
        }
    }

    private static PriceRow[] Fitting(IReadOnlyList<PriceRow> rows, Dictionary<string, string> values) =>
        [.. rows.Where(row => row.When.Holds(values))];
}
