namespace Kinora.Core.Assets;

/// <summary>Keeps assets as files under one folder.</summary>
public sealed class FolderAssetStore : IAssetStore
{
    private static readonly TimeSpan LongestInTheMaking = TimeSpan.FromDays(1);
    private readonly string _root;
    private readonly string _temporary;
    private readonly ScratchFolder _scratch;

    /// <summary>Uses <paramref name="root"/> alone; it is made where it is missing. Files in the making that an earlier process left are deleted.</summary>
    public FolderAssetStore(string root)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _temporary = Path.Combine(_root, "tmp");
        _scratch = new ScratchFolder(_temporary);
    }

    /// <summary>Uses <paramref name="root"/> beside other nodes, whose files in the making are left alone until they are a day old.</summary>
    /// <param name="node">A word in the form of keys, the same at each start of a node and another one on each.</param>
    public FolderAssetStore(string root, string node, TimeProvider time)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _temporary = Path.Combine(_root, "tmp");
        _scratch = new ScratchFolder(Path.Combine(_temporary, node));
        foreach (var file in Directory.EnumerateFiles(_temporary, "*", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(file) < time.GetUtcNow().UtcDateTime - LongestInTheMaking) File.Delete(file);
        }
    }

    public async Task ImportAsync(string key, string path, CancellationToken cancellationToken)
    {
        var target = Resolve(key);
        var source = Path.GetFullPath(path);
        try
        {
            var ours = IsUnder(source, _root) ? source : await CopyInAsync(source, cancellationToken);
            await Task.Run(() => DurableFile.MoveInto(_root, ours, target), cancellationToken);
            if (ours != source) File.Delete(source);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Unusable(denied);
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Resolve(key);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || Directory.Exists(path))
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (UnauthorizedAccessException denied)
        {
            return Task.FromException<Stream?>(Unusable(denied));
        }
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = Resolve(key);
        try
        {
            await Task.Run(() => DurableFile.Delete(_root, path), cancellationToken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Unusable(denied);
        }
    }

    public Task<Uri?> LinkAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken) =>
        Task.FromResult<Uri?>(null);

    public string TemporaryPath(string extension) => _scratch.NewPath(extension);

    // Another disk knows no atomic move: first onto ours, then by name.
    private async Task<string> CopyInAsync(string source, CancellationToken cancellationToken)
    {
        var copy = TemporaryPath("copy");
        try
        {
            await using (var from = File.OpenRead(source))
            await using (var to = File.Create(copy))
            {
                await from.CopyToAsync(to, cancellationToken);
            }

            return copy;
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    private string Resolve(string key)
    {
        var path = AssetKey.IsValid(key) ? Path.GetFullPath(Path.Combine(_root, key)) : "";
        return IsUnder(path, _root) && !IsUnder(path, _temporary) && path != _temporary
            ? path
            : throw new ArgumentException($"'{key}' is not a key of this store.", nameof(key));
    }

    // What the system calls unauthorised is for our callers a disk that cannot be used now.
    private static IOException Unusable(UnauthorizedAccessException denied) => new(denied.Message, denied);

    private static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
