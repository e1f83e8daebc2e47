namespace Kinora.Core.Assets;

/// <summary>Where bytes live: a folder, later S3. Keys are relative paths of <c>[a-z0-9._-]</c> segments joined by <c>/</c>.</summary>
public interface IAssetStore
{
    /// <summary>Takes the local file <paramref name="path"/> in under <paramref name="key"/>, whole or not at all, durable when this completes; the file is gone afterwards. An existing key is replaced.</summary>
    Task ImportAsync(string key, string path, CancellationToken cancellationToken);

    /// <summary>Opens for reading with seeking; null when the key is not there.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>A new empty-named path for a file in the making, on the store's own disk where it has one.</summary>
    string TemporaryPath(string extension);
}
