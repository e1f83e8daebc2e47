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

    /// <summary>With what only the house should see of it.</summary>
    public static QuoteResponse WithMargin(this QuoteResponse response, Quote quote) => response with
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
