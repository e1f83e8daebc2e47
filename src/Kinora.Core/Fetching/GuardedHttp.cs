namespace Kinora.Core.Fetching;

/// <summary>The one client through which every URL from outside is fetched.</summary>
public sealed class GuardedHttp
{
    /// <summary>Streams the answer's body into <paramref name="destination"/> and answers the number of bytes.</summary>
    /// <exception cref="FetchException">It was not allowed, not possible, or too much.</exception>
    public Task<long> FetchAsync(FetchRequest request, Stream destination, CancellationToken cancellationToken) => throw new NotImplementedException();
}
