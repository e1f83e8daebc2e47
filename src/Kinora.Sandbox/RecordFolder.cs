using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinora.Core.Assets;

namespace Kinora.Sandbox;

/// <summary>Records by id: in memory, and where there is a folder each in a JSON file too, so that they outlive the process.</summary>
/// <param name="folder">Null keeps them in memory only.</param>
/// <param name="id">The id of a record: a name of a file too.</param>
internal sealed class RecordFolder<T>(string? folder, Func<T, string> id, JsonTypeInfo<T> type) where T : class
{
    private readonly ConcurrentDictionary<string, T> _records = new();

    public IEnumerable<T> All => _records.Values;

    public T? Find(string key) => _records.GetValueOrDefault(key);

    /// <summary>Reads what an earlier process left; files that cannot be read are deleted.</summary>
    public void Load()
    {
        if (folder is null) return;
        foreach (var file in Directory.EnumerateFiles(Directory.CreateDirectory(folder).FullName))
        {
            if (file.EndsWith(".json", StringComparison.Ordinal) && Read(file) is { } record) _records[id(record)] = record;
            else File.Delete(file);
        }
    }

    /// <summary>Keeps a record; where there is a folder it is durable when this completes, and only then told to readers.</summary>
    public async Task SaveAsync(T record, CancellationToken cancellationToken)
    {
        if (folder is not null)
        {
            var path = PathOf(id(record));
            var writing = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(writing, JsonSerializer.SerializeToUtf8Bytes(record, type), cancellationToken);
            DurableFile.MoveInto(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), writing, path);
        }

        _records[id(record)] = record;
    }

    public void Remove(string key)
    {
        _records.TryRemove(key, out _);
        if (folder is not null) File.Delete(PathOf(key));
    }

    private string PathOf(string key) => Path.Combine(Path.GetFullPath(folder!), key + ".json");

    // A file that another version wrote, or a damaged one, is not worth a sandbox that does not start.
    private T? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
