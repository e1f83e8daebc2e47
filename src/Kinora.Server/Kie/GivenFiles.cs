using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Server.Kie;

/// <summary>Finds this server's own files among the addresses that a request names: they are not fetched but looked up.</summary>
internal sealed class GivenFiles(FileLinks links, StoredFiles files, IAssetStore store, AssetLibrary library)
{
    private const string Scheme = "asset://";

    /// <summary>The form with asset ids for what is ours, and the first address of ours whose file is gone.</summary>
    public async Task<(GenerationInput Form, string? Lost)> ExchangeAsync(string accountId, GenerationInput form, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, string>();
        foreach (var given in FormFiles.Of(form).Distinct())
        {
            if (given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) ids[given] = given[Scheme.Length..];
            else if (links.Read(given) is not { } named) ids[given] = given;
            else if (await AssetAsync(accountId, named, cancellationToken) is { } id) ids[given] = id;
            else return (form, given);
        }

        return ids.Count == 0 ? (form, null) : (FormFiles.Exchange(form, given => ids[given]), null);
    }

    // A link is good for whoever has it; what is not the account's own upload becomes one.
    private async Task<string?> AssetAsync(string accountId, NamedFile named, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(named, cancellationToken) is not { } file) return null;
        if (file.Upload is { } upload && upload.AccountId == accountId) return upload.Id;
        await using var bytes = await store.OpenAsync(file.Key, cancellationToken);
        return bytes is null ? null : (await library.UploadAsync(accountId, bytes, cancellationToken)).Id;
    }
}
