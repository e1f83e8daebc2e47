using Kinora.Core.Fetching;

namespace Kinora.Core.Generations;

/// <summary>Keeps files that could not be brought home whole for the next try, the latest few of them. Whoever takes one has it alone.</summary>
internal sealed class BrokenOffFiles
{
    private const int Most = 64;
    private readonly Lock _gate = new();
    private readonly List<(string Output, PartialFile File)> _files = [];

    /// <summary>What there is of an output; null when nothing.</summary>
    public PartialFile? Take(string output)
    {
        lock (_gate)
        {
            var at = _files.FindIndex(kept => kept.Output == output);
            if (at < 0) return null;
            var file = _files[at].File;
            _files.RemoveAt(at);
            return file;
        }
    }

    /// <summary>Keeps it for the next try; the oldest of too many go.</summary>
    public void Keep(string output, PartialFile file)
    {
        lock (_gate)
        {
            _files.Add((output, file));
            if (_files.Count <= Most) return;
            _files[0].File.Delete();
            _files.RemoveAt(0);
        }
    }

    /// <summary>Nobody will come back for the outputs of this generation.</summary>
    public void Forget(string generationId)
    {
        lock (_gate)
        {
            foreach (var (_, file) in _files.FindAll(IsOf)) file.Delete();
            _files.RemoveAll(IsOf);
        }

        bool IsOf((string Output, PartialFile File) kept) => kept.Output.StartsWith(generationId + "/", StringComparison.Ordinal);
    }
}
