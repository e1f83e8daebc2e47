namespace Kinora.Core.Assets;

/// <summary>Tries whether an asset store takes files, so that a wrong folder or bucket shows at the start and not with the first video.</summary>
public sealed class AssetStoreCheck(IAssetStore store)
{
    internal const string Key = "check/start";

    /// <summary>Stores a small file and deletes it.</summary>
    /// <exception cref="IOException">The store cannot be used; the message says why.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var path = store.TemporaryPath("check");
        try
        {
            await File.WriteAllTextAsync(path, "Kinora was here.", cancellationToken);
            await store.ImportAsync(Key, path, cancellationToken);
            await store.DeleteAsync(Key, cancellationToken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(denied.Message, denied);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
