namespace Kinora.Client;

/// <summary>What a request would cost.</summary>
/// <param name="Credits">Whole credits; the amount that is held.</param>
/// <param name="Usd">The same in US dollars.</param>
/// <param name="Exact">Whether this is what will be charged, rather than its upper bound.</param>
/// <param name="Lines">What the total is made of.</param>
public sealed record QuoteResponse(long Credits, decimal Usd, bool Exact, IReadOnlyList<QuoteLineResponse> Lines)
{
    /// <summary>Why it is an upper bound, as a sentence; null when it is exact.</summary>
    public string? BoundReason { get; init; }

    /// <summary>What to know before paying. Empty in the quote of a generation.</summary>
    public IReadOnlyList<InputWarningResponse> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>What the provider asks at most, in its own credits; for administrators who ask for a quote.</summary>
    public decimal? UpstreamCredits { get; init; }

    /// <summary>The same in US dollars; for administrators.</summary>
    public decimal? UpstreamUsd { get; init; }

    /// <summary>What is left when the provider is paid, in US dollars; for administrators.</summary>
    public decimal? MarginUsd { get; init; }

    /// <summary>Whether the provider costs more than the request brings; for administrators.</summary>
    public bool? MarginNegative { get; init; }

    /// <summary>Whether the provider publishes no price, so that the upstream figures are a guess; for administrators.</summary>
    public bool? UpstreamEstimated { get; init; }
}

/// <summary>One line of a quote.</summary>
public sealed record QuoteLineResponse(string Label, decimal Credits);

/// <summary>What a person should hear before paying, though it is no reason to refuse.</summary>
/// <param name="Field">The form's field.</param>
/// <param name="Text">A sentence in the language that was asked for.</param>
public sealed record InputWarningResponse(string Field, string Text);
