using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Gives a provider the stored media of a generation.</summary>
internal sealed class ProviderMedia(IAssetStore assets, AssetIndex index, GenerationStore generations)
{
    /// <summary>Uploads each asset once, and looks up the take; answers what each id is called at the provider.</summary>
    /// <exception cref="ProviderException">An upload failed; asking again may help.</exception>
    /// <exception cref="InputGoneException">A file or take is no longer stored, or was never made at this provider.</exception>
    public async Task<IReadOnlyDictionary<string, string>> HandOverAsync(Generation generation, IGenerationProvider provider, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        if (generation.Input.Source is { } source) names[source] = await TaskOfAsync(generation, provider.Account, source, cancellationToken);
        foreach (var id in InputMedia.Given(generation.Input).Select(given => given.Media).Distinct())
        {
            var asset = await index.FindAsync(generation.AccountId, id, cancellationToken) ?? throw new InputGoneException($"The input {id} is no longer stored.");
            await using var content = await assets.OpenAsync(asset.Key, cancellationToken) ?? throw new InputGoneException($"The file of {id} is no longer stored.");
            var address = await provider.UploadAsync(Path.GetFileName(asset.Key), asset.Facts.ContentType, content, cancellationToken);
            names[id] = address.AbsoluteUri;
        }

        return names;
    }

    // Looked up first: nothing is uploaded for a request that cannot be made.
    private async Task<string> TaskOfAsync(Generation generation, string account, string source, CancellationToken cancellationToken) =>
        await generations.FindAsync(source, cancellationToken) is { Attempt: { } made } take && take.AccountId == generation.AccountId && made.Account == account
            ? made.ProviderTaskId ?? throw new InputGoneException($"The take {source} was never made.")
            : throw new InputGoneException($"There is no take {source} at this provider.");
}
