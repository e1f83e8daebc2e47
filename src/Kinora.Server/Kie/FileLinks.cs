using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>
/// Addresses of stored files that are read without a key, as KIE's are, and hold as long as the file is kept: absolute, under the public address, or
/// under the one by which this server was called.
/// </summary>
internal sealed class FileLinks(FileTokens tokens, KinoraOptions options, CallbackAddresses addresses, IHttpContextAccessor calls)
{
    public const string Folder = "files";

    /// <summary>Of a file of an output; null where there is no such file.</summary>
    public string? Of(Generation generation, int index, OutputVariant variant)
    {
        var output = generation.Outputs[index];
        return variant.KeyOf(output) is null
            ? null
            : Address(tokens.Of(generation.Id, index, variant), FileNames.For(generation, index, variant.FileEnding(output)));
    }

    /// <summary>Of an upload.</summary>
    public string Of(Asset asset, string name) => Address(tokens.Of(asset.Id), name);

    /// <summary>What an address names, whatever host it is under: its proof says that it was made here. Null for every other address.</summary>
    public NamedFile? Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath.Split('/') is [.., Folder, var token, _]
            ? tokens.Read(Uri.UnescapeDataString(token))
            : null;

    private string Address(string token, string name) => $"{Origin()}/{Folder}/{token}/{Uri.EscapeDataString(name)}";

    // A callback is written when nobody calls.
    private string Origin()
    {
        if (options.PublicUrl is { } known) return known.AbsoluteUri.TrimEnd('/');
        return calls.HttpContext?.Request is { Host.HasValue: true } request
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}"
            : addresses.Local?.AbsoluteUri.TrimEnd('/') ?? "";
    }
}
