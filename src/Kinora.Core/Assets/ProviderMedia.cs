using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;

namespace Kinora.Core.Assets;

/// <summary>Gives a provider the stored media of a generation.</summary>
internal sealed class ProviderMedia(IAssetStore assets, AssetIndex index, ProviderFiles uploads, TimeProvider time)
{
    /// <summary>Uploads each asset that does not lie at the provider already, or makes it ready to go along where the provider takes files; and names the take.</summary>
    /// <param name="take">What the generation continues; null where it continues nothing, or nothing that is there.</param>
    /// <exception cref="ProviderException">An upload failed; asking again may help.</exception>
    /// <exception cref="InputGoneException">A file or take is no longer stored, or was never made at this provider.</exception>
    public async Task<HandedOver> HandOverAsync(
        Generation generation, Generation? take, IGenerationProvider provider, CancellationToken cancellationToken)
    {
        var (names, files, reused) = (new Dictionary<string, string>(), new Dictionary<string, ProviderFile>(), new List<string>());
        if (generation.Input.Source is { } source) names[source] = TaskOf(generation, take, provider.Account);
        foreach (var id in FormFiles.Of(generation.Input).Distinct())
        {
            var asset = await index.FindAsync(generation.AccountId, id, cancellationToken) ?? throw new InputGoneException($"The input {id} is no longer stored.");
            if (await uploads.FindAsync(provider.Account, id, cancellationToken) is { } there)
            {
                names[id] = there;
                reused.Add(id);
                continue;
            }

            await using var content = await assets.OpenAsync(asset.Key, cancellationToken) ?? throw new InputGoneException($"The file of {id} is no longer stored.");
            var (name, contentType) = (Path.GetFileName(asset.Key), asset.Facts.ContentType);
            if (provider.TakesFiles) files[id] = new(name, contentType, stop => AgainAsync(asset.Key, stop));
            else names[id] = await UploadAsync(generation, provider, id, name, contentType, content, cancellationToken);
        }

        return new(names, files, reused);
    }

    /// <summary>The provider refused what it was given: it may no longer have the uploads that it was given again. They are sent anew the next time.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ForgetAsync(HandedOver handed, string account, CancellationToken cancellationToken)
    {
        foreach (var id in handed.Reused) await uploads.ForgetAsync(account, id, cancellationToken);
        return handed.Reused.Count > 0;
    }

    private async Task<string> UploadAsync(
        Generation generation, IGenerationProvider provider, string id, string name, string contentType, Stream content, CancellationToken cancellationToken)
    {
        using var call = new ProviderCall(provider, "upload", generation, time);
        var address = call.Answered(await provider.UploadAsync(name, contentType, content, cancellationToken)).AbsoluteUri;
        if (provider.UploadLife > TimeSpan.Zero) await uploads.KeepAsync(provider.Account, id, address, provider.UploadLife, cancellationToken);
        return address;
    }

    private async Task<Stream> AgainAsync(string key, CancellationToken cancellationToken) =>
        await assets.OpenAsync(key, cancellationToken) ?? throw new IOException("The file is no longer stored.");

    // Named first: nothing is uploaded for a request that cannot be made.
    private static string TaskOf(Generation generation, Generation? take, string account) =>
        take is { Attempt: { } made } && take.AccountId == generation.AccountId && made.Account == account
            ? made.ProviderTaskId ?? throw new InputGoneException($"The take {take.Id} was never made.")
            : throw new InputGoneException($"There is no take {generation.Input.Source} at this provider.");
}

/// <summary>What stands for the media of a generation at the provider.</summary>
/// <param name="Names">What each id is called there.</param>
/// <param name="Files">What goes along under its id.</param>
/// <param name="Reused">The ids of what was uploaded for an earlier generation.</param>
internal sealed record HandedOver(IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, ProviderFile> Files, IReadOnlyList<string> Reused);
