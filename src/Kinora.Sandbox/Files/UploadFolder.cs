namespace Kinora.Sandbox.Files;

/// <summary>Uploaded files, by the path and name that the caller gave; the same name overwrites. They go after 3 days.</summary>
internal sealed class UploadFolder
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);

    private readonly string _root;
    private readonly string _writing;
    private readonly TimeProvider _clock;

    public UploadFolder(string root, string writing, TimeProvider clock)
    {
        _root = Directory.CreateDirectory(root).FullName;
        _writing = Directory.CreateDirectory(writing).FullName;
        _clock = clock;
        foreach (var file in Directory.EnumerateFiles(_writing)) File.Delete(file);
    }

    /// <summary>Stores a file and answers its size; null when its path leads elsewhere.</summary>
    /// <param name="write">Writes the content.</param>
    public async Task<long?> StoreAsync(string path, Func<Stream, Task> write)
    {
        if (Resolve(path) is not { } target || Directory.Exists(target)) return null;
        var writing = Path.Combine(_writing, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = File.Create(writing))
            {
                await write(file);
            }

            // By the sandbox's clock, on which it will go.
            File.SetLastWriteTimeUtc(writing, _clock.GetUtcNow().UtcDateTime);
            var length = new FileInfo(writing).Length;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(writing, target, overwrite: true);
            return length;
        }
        catch (IOException) when (IsTaken(target))
        {
            return null; // A folder is called like the file, or a file like the folder.
        }
        finally
        {
            File.Delete(writing);
        }
    }

    /// <summary>The file of a path; null when there is none, or no longer.</summary>
    public string? Find(string path) => Resolve(path) is { } file && File.Exists(file) && !IsExpired(file) ? file : null;

    /// <summary>Deletes what has had its time.</summary>
    public void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(IsExpired)) File.Delete(file);
    }

    private bool IsTaken(string target)
    {
        if (Directory.Exists(target)) return true;
        var folder = Path.GetDirectoryName(target)!;
        while (folder.Length > _root.Length && !File.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        return folder.Length > _root.Length;
    }

    private bool IsExpired(string file) => _clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file) >= KeptFor;

    private string? Resolve(string path)
    {
        if (path.Length is 0 or > 1000 || path.Any(char.IsControl)) return null;
        var full = Path.GetFullPath(Path.Combine(_root, path));
        return full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }
}
