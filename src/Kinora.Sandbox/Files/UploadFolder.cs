using Kinora.Core.Assets;

namespace Kinora.Sandbox.Files;

/// <summary>Uploaded files, by the path and name that the caller gave; the same name overwrites.</summary>
internal sealed class UploadFolder
{
    private readonly string _root;
    private readonly string _writing;

    /// <summary>Files last written before <paramref name="expiry"/> are deleted.</summary>
    public UploadFolder(string root, string writing, DateTimeOffset expiry)
    {
        _root = Directory.CreateDirectory(root).FullName;
        _writing = Directory.CreateDirectory(writing).FullName;
        foreach (var file in Directory.EnumerateFiles(_writing)) File.Delete(file);
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(file) < expiry.UtcDateTime) File.Delete(file);
        }
    }

    /// <summary>Stores a file and answers its size; null when its path leads elsewhere.</summary>
    public async Task<long?> StoreAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        if (Resolve(path) is not { } target || Directory.Exists(target)) return null;
        var writing = Path.Combine(_writing, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = File.Create(writing))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            var length = new FileInfo(writing).Length;
            DurableFile.MoveInto(_root, writing, target);
            return length;
        }
        finally
        {
            File.Delete(writing);
        }
    }

    /// <summary>The file of a path; null when there is none.</summary>
    public string? Find(string path) => Resolve(path) is { } file && File.Exists(file) ? file : null;

    private string? Resolve(string path)
    {
        if (path.Length is 0 or > 1000 || path.Any(char.IsControl)) return null;
        var full = Path.GetFullPath(Path.Combine(_root, path));
        return full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }
}
