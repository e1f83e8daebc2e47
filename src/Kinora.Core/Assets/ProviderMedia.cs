using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Gives a provider the stored media of a generation.</summary>
internal sealed class ProviderMedia(IAssetStore assets, IAssetIndex index)
{
    /// <summary>Uploads each asset once; answers which asset id is read at which address.</summary>
    /// <exception cref="ProviderException">An upload failed.</exception>
    public async Task<IReadOnlyDictionary<string, string>> UploadAsync(Generation generation, IGenerationProvider provider, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<string, string>();
        foreach (var id in InputMedia.Given(generation.Input).Select(given => given.Media).Distinct())
        {
            var asset = await index.FindAsync(generation.AccountId, id, cancellationToken) ?? throw new ProviderException($"The input {id} is gone.");
            await using var content = await assets.OpenAsync(asset.Key, cancellationToken) ?? throw new ProviderException($"The file of {id} is gone.");
            var address = await provider.UploadAsync(Path.GetFileName(asset.Key), asset.Facts.ContentType, content, cancellationToken);
            addresses[id] = address.AbsoluteUri;
        }

        return addresses;
    }
}
