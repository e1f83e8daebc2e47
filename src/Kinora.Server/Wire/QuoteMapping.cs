using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;

namespace Kinora.Server.Wire;

/// <summary>Quotes, from the domain to the wire.</summary>
internal static class QuoteMapping
{
    public static QuoteResponse ToResponse(this Quote quote, string language) =>
        new(quote.Credits, quote.Usd, quote.Exact, [.. quote.Lines.Select(line => new QuoteLineResponse(In(language, line.Label, line.LabelRu)!, line.Credits))])
        {
            BoundReason = In(language, quote.BoundReason, quote.BoundReasonRu),
        };

    /// <summary>The quote of a request that is only asked about.</summary>
    /// <param name="house">Whether the caller may see what only the house should.</param>
    public static QuoteResponse ToQuote(this GenerationPlan plan, bool house, string language)
    {
        var quote = plan.Quote.ToResponse(language) with { Warnings = plan.Warnings.ToResponse(language) };
        return house ? quote.WithMargin(plan.Quote) : quote;
    }

    private static string? In(string language, string? en, string? ru) => language is "ru" ? ru ?? en : en;

    private static QuoteResponse WithMargin(this QuoteResponse response, Quote quote) => response with
    {
        UpstreamCredits = quote.UpstreamCredits,
        UpstreamUsd = quote.UpstreamUsd,
        MarginUsd = quote.MarginUsd,
        MarginNegative = quote.MarginUsd < 0,
        UpstreamEstimated = quote.UpstreamEstimated,
    };

    public static IReadOnlyList<InputWarningResponse> ToResponse(this IReadOnlyList<InputWarning> warnings, string language) =>
        [.. warnings.Select(warning => new InputWarningResponse(warning.Field, warning.Text.In(language)))];
}
