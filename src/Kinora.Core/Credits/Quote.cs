namespace Kinora.Core.Credits;

/// <summary>What a generation would cost.</summary>
/// <param name="Credits">Whole Kinora credits; the amount that is held.</param>
/// <param name="Usd">The same in US dollars: a credit is worth 0.005.</param>
/// <param name="Exact">Whether this is what will be charged, rather than its upper bound.</param>
/// <param name="Lines">What the total is made of.</param>
/// <param name="UpstreamCredits">What the provider asks, in its own credits.</param>
public sealed record Quote(long Credits, decimal Usd, bool Exact, IReadOnlyList<QuoteLine> Lines, decimal UpstreamCredits);

/// <summary>One line of a quote.</summary>
public sealed record QuoteLine(string Label, decimal Credits);
