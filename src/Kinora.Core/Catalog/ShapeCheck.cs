namespace Kinora.Core.Catalog;

/// <summary>The checks that need a model's shape: that defaults are allowed and that every request has one price.</summary>
internal static class ShapeCheck
{
    public static void Check(ModelDefinition model, ModelEntry entry, string path, Action<string, string> fault)
    {
        foreach (var (key, value) in entry.Defaults)
        {
            var text = ScalarText.Of(value)!;
            var settings = model.Variants.SelectMany(variant => variant.Shape.Modes).SelectMany(mode => mode.Settings).Where(one => one.Key == key).ToArray();
            var wanted = settings.Select(one => SettingValue.Fault(one.Parameter, one.Choices, text)).ToArray();
            if (wanted.Length > 0 && Array.TrueForAll(wanted, one => one is not null))
                fault(JsonPath.Field(path + ".defaults", key), $"expected {wanted[0]}, found {text}");
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
            var (upstream, retail) = (Fitting(variant.Prices.Upstream, values), Fitting(variant.Prices.Retail, values));
            if (upstream.Length != 1) fault(path + ".upstream", $"expected one row for {Shown(values)}, found {upstream.Length}");
            if (retail.Length > 1) fault(path + ".retail", $"expected at most one row for {Shown(values)}, found {retail.Length}");
            if (upstream.Concat(retail).Any(row => row.PerSecond && row.Of.All(of => !Counts(variant, mode, values, of))))
                fault(path, $"expected a duration that always has a value and a least one, as the price for {Shown(values)} is per second");
        }
    }

    private static bool Counts(VariantShape variant, ModeShape mode, Dictionary<string, string> values, Quantity of) =>
        of.Media is { } role ? mode.Slot(role) is not null
        : values.ContainsKey(of.Key) || (of.Key is FormRole.Duration && variant.Seconds is not null) || mode.Find(of.Key)?.Default is not null;

    private static PriceRow[] Fitting(IReadOnlyList<PriceRow> rows, Dictionary<string, string> values) =>
        [.. rows.Where(row => row.When.Holds(values))];

    private static string Shown(Dictionary<string, string> values) => string.Join(", ", values.Select(value => $"{value.Key} {value.Value}"));
}
