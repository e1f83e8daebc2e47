using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>The price of the requests that fulfil the conditions, in Kinora credits that are not rounded yet.</summary>
/// <remarks>Per second: <c>base + credits × seconds ÷ (every × over) + extra</c>; per video: <c>credits + extra</c>.</remarks>
public sealed record FormPrice
{
    /// <summary>As in <see cref="FormRule.When"/>. What it asks of a take is fulfilled while that is not known: the dearest stands first.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> When { get; init; }
    public required decimal Credits { get; init; }

    /// <summary>What the credits are for: <c>video</c> or <c>second</c>.</summary>
    public required string Per { get; init; }

    /// <summary>Credits added once; null for none.</summary>
    public decimal? Base { get; init; }

    /// <summary>The credits are for this many seconds; null for one.</summary>
    public int? Every { get; init; }

    /// <summary>The quantities whose sum is the seconds; null when the price is per video.</summary>
    public IReadOnlyList<string>? Of { get; init; }

    /// <summary>A field whose number divides the seconds; null for none.</summary>
    public string? Over { get; init; }

    /// <summary>What is charged beyond; null for nothing.</summary>
    public FormPriceExtra? Extra { get; init; }
}

/// <summary>Credits for each piece of a quantity beyond the free ones.</summary>
/// <param name="Above">How many are free.</param>
public sealed record FormPriceExtra(decimal Credits, string Of, int Above);
