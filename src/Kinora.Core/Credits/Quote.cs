using System.Text.Json.Serialization;
using Kinora.Core.Catalog;

namespace Kinora.Core.Credits;

/// <summary>What a generation would cost.</summary>
/// <param name="Credits">Whole Kinora credits; the amount that is held.</param>
/// <param name="Usd">The same in US dollars.</param>
/// <param name="Exact">Whether this is what will be charged, rather than its upper bound.</param>
/// <param name="Lines">What the total is made of.</param>
/// <param name="UpstreamCredits">What the provider asks at most, in its own credits of 0.005 US dollars.</param>
public sealed record Quote(long Credits, decimal Usd, bool Exact, IReadOnlyList<QuoteLine> Lines, decimal UpstreamCredits)
{
    /// <summary>Why it is an upper bound, as a sentence; null when it is exact.</summary>
    public string? BoundReason { get; init; }

    /// <summary>The same in Russian; null in a quote that was kept before there was one.</summary>
    public string? BoundReasonRu { get; init; }

    /// <summary>Whether the provider publishes no price, so that <see cref="UpstreamCredits"/> is our own guess.</summary>
    public bool UpstreamEstimated { get; init; }

    /// <summary>How the charge is worked out from what was made; null when the quote is exact.</summary>
    public QuoteMeter? Meter { get; init; }

    /// <summary>The provider's price in US dollars.</summary>
    [JsonIgnore]
    public decimal UpstreamUsd => UpstreamCredits * ProviderCredit.Usd;

    /// <summary>What is left of the price when the provider is paid, in US dollars; negative when it costs more than it brings.</summary>
    [JsonIgnore]
    public decimal MarginUsd => Usd - UpstreamUsd;
}

/// <summary>One line of a quote.</summary>
public sealed record QuoteLine(string Label, decimal Credits)
{
    internal QuoteLine(Localized label, decimal credits) : this(label.En, credits) => LabelRu = label.Ru;

    /// <summary>The same in Russian; null in a quote that was kept before there was one.</summary>
    public string? LabelRu { get; init; }
}
