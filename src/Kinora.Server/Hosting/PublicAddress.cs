namespace Kinora.Server.Hosting;

/// <summary>The address of this server for browsers.</summary>
internal static class PublicAddress
{
    /// <summary>Under the operator's public address, or else under that by which the caller came.</summary>
    public static Uri Of(HttpRequest request, KinoraOptions options, string path) =>
        new(options.PublicUrl ?? new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}"), path);
}
