namespace Kinora.Core.Catalog;

/// <summary>The price of the requests that fulfil a condition.</summary>
internal sealed class PriceRow(PriceEntry entry)
{
    public Condition When { get; } = new(entry.When);
    public bool PerSecond { get; } = entry.Per is "second";

    /// <summary>Credits, not rounded. The product is divided last, so that thirds come out whole where they are.</summary>
    public decimal Amount(Dictionary<string, string> values) => PerSecond
        ? (entry.Base ?? 0) + entry.Credits * ScalarText.Number(values[FormRole.Duration])!.Value / (entry.Every ?? 1)
        : entry.Credits;
}
