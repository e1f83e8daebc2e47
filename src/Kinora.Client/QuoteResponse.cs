namespace Kinora.Client;

/// <summary>What a request would cost.</summary>
/// <param name="Credits">Whole credits; the amount that is held.</param>
/// <param name="Usd">The same in US dollars.</param>
/// <param name="Exact">Whether this is what will be charged, rather than its upper bound.</param>
/// <param name="Lines">What the total is made of.</param>
public sealed record QuoteResponse(long Credits, decimal Usd, bool Exact, IReadOnlyList<QuoteLineResponse> Lines);

/// <summary>One line of a quote.</summary>
public sealed record QuoteLineResponse(string Label, decimal Credits);
