namespace Kinora.Core.Assets;

/// <summary>Where bytes live: a folder or S3. Keys are relative paths of <c>[a-z0-9._-]</c> segments joined by <c>/</c>.</summary>
/// <remarks>A store that cannot be reached or written to, or that is full, raises an <see cref="IOException"/>: nothing is lost, and trying again later may help.</remarks>
public interface IAssetStore
{
    /// <summary>
    /// Takes the local file <paramref name="path"/> in under <paramref name="key"/>, whole or not at all, durable when this completes;
    /// the file is gone afterwards. An existing key is replaced.
    /// </summary>
    Task ImportAsync(string key, string path, CancellationToken cancellationToken);

    /// <summary>Opens for reading with seeking; null when the key is not there.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes what the key holds; nothing happens when it is not there. Who reads it already may read on.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>An address that anybody can read the key by until it lapses; null where the store has no address of its own. Whether the key is there is not checked.</summary>
    /// <param name="lifetime">From now on; at most 7 days.</param>
    /// <param name="downloadName">The file name under which browsers save it; null lets them show it.</param>
    Task<Uri?> LinkAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken);

    /// <summary>A new path for a local file in the making, on the store's own disk where it has one.</summary>
    string TemporaryPath(string extension);
}
