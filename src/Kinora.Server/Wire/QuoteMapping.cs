using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;

namespace Kinora.Server.Wire;

/// <summary>Quotes, from the domain to the wire.</summary>
internal static class QuoteMapping
{
    public static QuoteResponse ToResponse(this Quote quote) =>
        new(quote.Credits, quote.Usd, quote.Exact, [.. quote.Lines.Select(l => new QuoteLineResponse(l.Label, l.Credits))])
        {
            BoundReason = quote.BoundReason,
        };

    /// <summary>The quote of a request that is only asked about.</summary>
    /// <param name="house">Whether the caller may see what only the house should.</param>
    public static QuoteResponse ToQuote(this GenerationPlan plan, bool house, string language)
    {
        var quote = plan.Quote.ToResponse() with { Warnings = plan.Warnings.ToResponse(language) };
        return house ? quote.WithMargin(plan.Quote) : quote;
    }

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
