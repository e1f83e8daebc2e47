namespace Kinora.Core.Catalog;

/// <summary>Makes the list of prices of a mode, for clients to price a form as a quote does.</summary>
internal static class PriceDrawing
{
    /// <summary>Retail prices first, as they count where they fit; then the provider's, marked up. Those that an earlier one hides are left out.</summary>
    public static IReadOnlyList<FormPrice> Prices(PriceTable table, ModeShape mode) =>
    [
        .. Rows(table.Retail, mode, 1).Concat(Rows(table.Upstream, mode, table.Terms.Factor))
            .DistinctBy(price => string.Join('\n', price.When.Select(term => $"{term.Key} {term.Value?.ToJsonString()}"))),
    ];

    // What a request cannot say may turn out dearest, so the dearest of such rows stands first.
    private static IEnumerable<FormPrice> Rows(IReadOnlyList<PriceRow> rows, ModeShape mode, decimal factor) => rows
        .OrderByDescending(row => row.When.Keys.Any(PriceTable.IsHidden) ? row.Entry.Credits + (row.Entry.Base ?? 0) : decimal.MaxValue)
        .Select(row => Of(row, mode, factor)).OfType<FormPrice>();

    private static FormPrice? Of(PriceRow row, ModeShape mode, decimal factor) => WhenDrawing.Of(row.When, mode) is not { } when ? null : new()
    {
        When = when,
        Credits = Plain(row.Entry.Credits * factor),
        Per = row.Entry.Per,
        Base = row.Entry.Base is { } once ? Plain(once * factor) : null,
        Every = row.Entry.Every,
        Of = row.PerSecond ? [.. row.Of.Select(of => of.Text)] : null,
        Over = row.Over?.Text,
        Extra = row.Entry.Extra is { } extra ? new(Plain(extra.Credits * factor), extra.Of, extra.Above) : null,
    };

    // Without the zeros that a product carries along.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
