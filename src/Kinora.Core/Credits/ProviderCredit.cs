namespace Kinora.Core.Credits;

/// <summary>The credit in which the catalog's upstream prices stand: KIE.ai's.</summary>
public static class ProviderCredit
{
    /// <summary>What one is worth in US dollars.</summary>
    public const decimal Usd = 0.005m;
}
