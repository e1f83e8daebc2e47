using Kinora.Core.Credits;

namespace Kinora.Core.Catalog;

/// <summary>The prices of one variant.</summary>
internal sealed class PriceTable(
    IReadOnlyList<PriceRow> upstream, IReadOnlyList<PriceRow> retail, IReadOnlyDictionary<string, LabelEntry> labels, PriceTerms terms)
{
    public const string LabelPrefix = "label.";

    public static readonly PriceTable Empty = new([], [], new Dictionary<string, LabelEntry>(), PriceTerms.Usual);

    public IReadOnlyList<PriceRow> Upstream => upstream;
    public IReadOnlyList<PriceRow> Retail => retail;
    public PriceTerms Terms => terms;

    /// <summary>The settings that prices look at, the mode aside.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. upstream.Concat(retail).SelectMany(row => row.When.Keys).Where(key => key is not Condition.Mode).Distinct()];

    /// <summary>The values of what only the bill or the take knows, by key; empty for most variants.</summary>
    public IReadOnlyList<(string Key, string[] Values)> Hidden { get; } =
    [
        .. upstream.Concat(retail).SelectMany(row => row.When.Keys).Distinct().Where(IsHidden)
            .Select(key => (key, upstream.Concat(retail).SelectMany(row => row.When.ValuesOf(key)).Distinct().ToArray())),
    ];

    /// <summary>Whether a key is nothing that a request can say.</summary>
    public static bool IsHidden(string key) => key.StartsWith(LabelPrefix) || key is FormValues.SourceVariant or FormValues.SourceResolution;

    /// <summary>What the provider asks at most, in its own credits; null when no price fits.</summary>
    public decimal? UpstreamCredits(PriceCase one) => Dearest(one)?.Upstream.Amount;

    /// <summary>The price, in whole credits and never less than one; null when no price fits.</summary>
    public Quote? Quote(PriceCase one)
    {
        if (Dearest(one) is not { } found) return null;
        var price = found.Retail ?? found.Upstream;
        var factor = found.Retail is null ? terms.Factor : 1;
        var credits = Whole(price.Amount * factor);
        var extra = price.Extra * factor;
        var label = PriceWords.Label(found.Row, one);
        QuoteLine[] lines = extra == 0 ? [new(label, credits)] : [new(label, credits - extra), new(PriceWords.Extra(found.Row), extra)];
        var reason = found.OpenKey is null ? PriceWords.Reason(found.Row, one, price) : PriceWords.Reason(found.OpenKey, labels);
        return new(credits, credits * terms.UsdPerCredit, Exact: reason is null, lines, found.Upstream.Amount)
        {
            BoundReason = reason?.En,
            BoundReasonRu = reason?.Ru,
            UpstreamEstimated = found.Row.Entry.Estimate || found.UpstreamRow.Entry.Estimate,
            Meter = Meter(found, price, factor),
        };
    }

    /// <summary>The price of known values, in whole credits.</summary>
    /// <param name="count">The number of a quantity in the request.</param>
    public long Credits(Dictionary<string, string> values, Func<Quantity, Counted> count) => Known(values, count).Credits;

    /// <summary>The same beside the provider's own.</summary>
    public (long Credits, decimal Upstream, bool IsGuess) Known(Dictionary<string, string> values, Func<Quantity, Counted> count)
    {
        var (ours, theirs) = (Row(retail, values), Row(upstream, values)!);
        var asked = theirs.Price(count).Amount;
        return (Whole(ours?.Price(count).Amount ?? (asked * terms.Factor)), asked, theirs.Entry.Estimate);
    }

    // What only the bill knows, the bill decides; what the model decides, the finished video does. An input was measured by then.
    private static QuoteMeter? Meter(Found found, Price price, decimal factor)
    {
        if (found.OpenKey is { } open) return found.Retail is null && open.StartsWith(LabelPrefix) ? new(0, 0, factor) : null;
        if (price.Doubt is not Doubt.Output) return null;
        return new((price.Amount - (price.PerOpenSecond * price.OpenSeconds)) * factor, price.PerOpenSecond * factor, 0);
    }

    // Never less than one, and never more than a ledger can add up.
    private static long Whole(decimal credits) => Math.Max(1, (long)Math.Min(decimal.Ceiling(credits), long.MaxValue / 2));

    // Of everything that may turn out, the dearest.
    private Found? Dearest(PriceCase one)
    {
        Found? dearest = null;
        foreach (var (values, open) in Cases(one.Values))
        {
            if (Row(upstream, values) is not { } row) continue;
            var ours = Row(retail, values);
            var found = new Found(ours ?? row, row, row.Price(one.Count), ours?.Price(one.Count), open);
            if (dearest is not { } best || found.Charge(terms) > best.Charge(terms)) dearest = found;
        }

        return dearest;
    }

    private IEnumerable<(Dictionary<string, string> Values, string? OpenKey)> Cases(Dictionary<string, string> known)
    {
        if (Hidden.Count == 0) return [(known, null)];
        IEnumerable<(Dictionary<string, string> Values, string? OpenKey)> cases = [(known, null)];
        foreach (var (key, any) in Hidden)
        {
            if (known.ContainsKey(key)) continue;
            cases = cases.SelectMany(_ => any, (one, value) => (new Dictionary<string, string>(one.Values) { [key] = value }, (string?)key));
        }

        return cases;
    }

    private static PriceRow? Row(IReadOnlyList<PriceRow> rows, Dictionary<string, string> values)
    {
        foreach (var row in rows)
        {
            if (row.When.Holds(values)) return row;
        }

        return null;
    }

    private readonly record struct Found(PriceRow Row, PriceRow UpstreamRow, Price Upstream, Price? Retail, string? OpenKey)
    {
        public decimal Charge(PriceTerms terms) => Retail?.Amount ?? (Upstream.Amount * terms.Factor);
    }
}
