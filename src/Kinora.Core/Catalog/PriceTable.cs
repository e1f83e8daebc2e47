using Kinora.Core.Credits;

namespace Kinora.Core.Catalog;

/// <summary>The prices of one variant.</summary>
internal sealed class PriceTable(IReadOnlyList<PriceRow> upstream, IReadOnlyList<PriceRow> retail)
{
    /// <summary>What Kinora asks for a credit of the provider's where the catalog has no price of its own.</summary>
    public const decimal Markup = 1.25m;

    /// <summary>US dollars for a credit, Kinora's as the provider's.</summary>
    public const decimal UsdPerCredit = 0.005m;

    public static readonly PriceTable Empty = new([], []);

    public IReadOnlyList<PriceRow> Upstream => upstream;
    public IReadOnlyList<PriceRow> Retail => retail;

    /// <summary>The settings that prices look at, the mode aside.</summary>
    public IEnumerable<string> Keys =>
        upstream.Concat(retail).SelectMany(row => row.When.Keys).Where(key => key is not Condition.Mode).Distinct();

    /// <param name="values">Every setting that has a value, and the mode.</param>
    public decimal UpstreamCredits(Dictionary<string, string> values) =>
        Row(upstream, values)?.Amount(values) ?? throw new ArgumentException("No price fits these values.", nameof(values));

    /// <summary>The exact price, in whole credits and never less than one.</summary>
    public Quote Quote(Dictionary<string, string> values)
    {
        var provider = UpstreamCredits(values);
        var price = Row(retail, values)?.Amount(values) ?? provider * Markup;
        var credits = Math.Max(1, (long)decimal.Ceiling(price));
        return new(credits, credits * UsdPerCredit, Exact: true, [new(Label(values), credits)], provider);
    }

    private static PriceRow? Row(IReadOnlyList<PriceRow> rows, Dictionary<string, string> values)
    {
        foreach (var row in rows)
        {
            if (row.When.Holds(values)) return row;
        }

        return null;
    }

    private static string Label(Dictionary<string, string> values)
    {
        var length = values.TryGetValue(FormRole.Duration, out var seconds) ? seconds + " s" : "1 video";
        var size = values.TryGetValue(FormRole.Resolution, out var resolution) ? " at " + resolution : "";
        return length + size + (values.GetValueOrDefault(FormRole.Sound) is "true" ? ", with sound" : "");
    }
}
