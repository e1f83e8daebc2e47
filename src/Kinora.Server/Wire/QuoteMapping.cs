using Kinora.Client;
using Kinora.Core.Credits;

namespace Kinora.Server.Wire;

/// <summary>Quotes, from the domain to the wire.</summary>
internal static class QuoteMapping
{
    public static QuoteResponse ToResponse(this Quote quote) =>
        new(quote.Credits, quote.Usd, quote.Exact, [.. quote.Lines.Select(l => new QuoteLineResponse(l.Label, l.Credits))]);
}
