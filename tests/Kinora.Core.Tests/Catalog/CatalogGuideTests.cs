using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

public class CatalogGuideTests
{
    private const string Begin = "<!-- written by the tests: models -->", End = "<!-- end -->";

    /// <summary>The tables come from the data; KINORA_WRITE_GUIDE=1 writes them instead.</summary>
    [Fact]
    public void Guide_lists_every_mode_of_every_model_with_its_prices()
    {
        var path = Path.Combine(Root(), "docs", "guides", "catalog.md");
        var guide = File.ReadAllText(path);
        var (from, to) = (guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, guide.IndexOf(End, StringComparison.Ordinal));
        var table = string.Join('\n', ["", "", "| Model | Mode | KIE.ai's id | From | Shop price | KIE.ai's price |", "|---|---|---|---|---|---|", .. Rows(), "", ""]);
        if (Environment.GetEnvironmentVariable("KINORA_WRITE_GUIDE") is "1") File.WriteAllText(path, guide[..from] + table + guide[to..]);
        else guide[from..to].ShouldBe(table);
    }

    private static IEnumerable<string> Rows() => Shipped.Sandbox.Models.SelectMany(model => model.Modes, (model, mode) =>
    {
        var variant = Shipped.Variant(mode.Variant).Shape;
        var from = PriceCases.Cheapest(variant, variant.Mode(mode.Mode));
        var name = $"{model.Name}{(model.Hidden ? " (not listed)" : "")} `{model.Id}`";
        var tier = mode.Tier is null ? "" : $", {mode.Tier}";
        return $"| {name} | {mode.Mode}{tier} | `{mode.Variant}` | {from} | {Prices(variant.Prices.Retail, mode.Mode)} | {Prices(variant.Prices.Upstream, mode.Mode)} |";
    });

    private static string Prices(IReadOnlyList<PriceRow> rows, string mode) => string.Join("; ", rows.Where(row => row.When.MayHoldIn(mode)).Select(row => ListedPrice.Of(row)));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kinora.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
