namespace Kinora.Server.Hosting;

/// <summary>Where a listening server is reached.</summary>
/// <param name="Local">From this machine.</param>
/// <param name="ForPeople">The public address, or the local one by its friendlier name.</param>
internal sealed record ListenAddress(Uri Local, Uri ForPeople)
{
    /// <summary>Of a server that listens: its ports are known only then.</summary>
    public static ListenAddress Of(WebApplication app, KinoraOptions options)
    {
        var bound = app.Urls.First();
        return new(At(bound, "127.0.0.1"), options.PublicUrl ?? ForPeopleAt(bound));
    }

    /// <summary>The friendlier name of an address to listen on.</summary>
    public static Uri ForPeopleAt(string bound) => At(bound, "localhost");

    // Every-address hosts are for listening; nobody can go there.
    private static Uri At(string bound, string host)
    {
        foreach (var every in (ReadOnlySpan<string>)["0.0.0.0", "[::]", "*", "+"]) bound = bound.Replace("://" + every + ":", $"://{host}:", StringComparison.Ordinal);
        return new(bound);
    }
}
