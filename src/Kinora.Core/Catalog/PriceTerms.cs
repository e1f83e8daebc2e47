using Kinora.Core.Credits;

namespace Kinora.Core.Catalog;

/// <summary>How a provider's price becomes ours.</summary>
/// <param name="Markup">What the provider's price is multiplied by where there is no retail price.</param>
/// <param name="UsdPerCredit">US dollars that a Kinora credit is worth.</param>
internal sealed record PriceTerms(decimal Markup, decimal UsdPerCredit)
{
    public static readonly PriceTerms Usual = new(1.25m, ProviderCredit.Usd);

    /// <summary>Kinora credits for one credit of the provider's.</summary>
    public decimal Factor { get; } = Markup * ProviderCredit.Usd / UsdPerCredit;
}
