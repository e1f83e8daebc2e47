using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Gives a provider the stored media of a generation.</summary>
internal sealed class ProviderMedia(IAssetStore assets, AssetIndex index, GenerationStore generations)
{
    /// <summary>Uploads each asset once, and looks up the take; answers what each id is called at the provider.</summary>
    /// <exception cref="ProviderException">An upload failed, or the provider has no such take.</exception>
    public async Task<IReadOnlyDictionary<string, string>> HandOverAsync(Generation generation, IGenerationProvider provider, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        if (generation.Input.Source is { } source) names[source] = await TaskOfAsync(generation, source, cancellationToken);
        foreach (var id in InputMedia.Given(generation.Input).Select(given => given.Media).Distinct())
        {
            var asset = await index.FindAsync(generation.AccountId, id, cancellationToken) ?? throw new ProviderException($"The input {id} is gone.");
            await using var content = await assets.OpenAsync(asset.Key, cancellationToken) ?? throw new ProviderException($"The file of {id} is gone.");
            var address = await provider.UploadAsync(Path.GetFileName(asset.Key), asset.Facts.ContentType, content, cancellationToken);
            names[id] = address.AbsoluteUri;
        }

        return names;
    }

    // Looked up first: nothing is uploaded for a request that cannot be made.
    private async Task<string> TaskOfAsync(Generation generation, string source, CancellationToken cancellationToken) =>
        await generations.FindAsync(source, cancellationToken) is { } take && take.AccountId == generation.AccountId && take.Provider == generation.Provider
            ? take.Attempt?.ProviderTaskId ?? throw new ProviderException($"The take {source} was never made.")
            : throw new ProviderException($"There is no take {source} at this provider.");
}
