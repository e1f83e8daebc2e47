namespace Kinora.Server.Endpoints;

/// <summary>The prompts of each account that are being enhanced: each costs the operator's chat API work.</summary>
internal sealed class OpenEnhancements() : AccountPlaces(PerAccount)
{
    /// <summary>How many an account may have at once.</summary>
    public const int PerAccount = 2;
}
