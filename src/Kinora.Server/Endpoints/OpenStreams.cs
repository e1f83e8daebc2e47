namespace Kinora.Server.Endpoints;

/// <summary>The event streams of each account: each costs a connection and a reader for as long as its listener likes.</summary>
internal sealed class OpenStreams() : AccountPlaces(PerAccount)
{
    /// <summary>How many an account may have at once.</summary>
    public const int PerAccount = 50;
}
