using System.Collections.Concurrent;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Polling;

/// <summary>What each kind of generation has taken, on all nodes: counted in memory, kept in the store.</summary>
/// <remarks>What was counted in the last seconds before a crash is lost; nothing but the plan of polls depends on it.</remarks>
internal sealed class DurationHistory(DurationStore store)
{
    private readonly ConcurrentDictionary<DurationKey, LearnedDurations> _kinds = new();
    private readonly Lock _gate = new();
    private Dictionary<DurationStep, double> _unsaved = [];

    /// <summary>What is known of generations like this one.</summary>
    public LearnedDurations Of(Generation generation) => Of(DurationKey.Of(generation));

    /// <summary>Null where nothing was seen of that kind.</summary>
    public LearnedDurations? Find(DurationKey key) => _kinds.GetValueOrDefault(key);

    /// <summary>One took more than <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    public void Add(Generation generation, TimeSpan least, TimeSpan most)
    {
        var key = DurationKey.Of(generation);
        var counts = Of(key).Learn(least, most);
        lock (_gate) Keep(counts.Select(count => new StoredDuration(new(key, count.Step), count.Count)));
    }

    /// <summary>Writes down what was counted since the last time, and takes over what all nodes have counted.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        Dictionary<DurationStep, double> unsaved;
        lock (_gate) (unsaved, _unsaved) = (_unsaved, []);
        if (unsaved.Count == 0) return;
        var counts = unsaved.Select(count => new StoredDuration(count.Key, count.Value)).ToList();
        try
        {
            await store.AddAsync(counts, cancellationToken);
        }
        catch
        {
            lock (_gate) Keep(counts);
            throw;
        }

        await LoadAsync(cancellationToken);
    }

    /// <summary>Takes over what all nodes have counted.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in (await store.ReadAsync(cancellationToken)).GroupBy(stored => stored.At.Key))
            Of(kind.Key).Replace(DurationCounts.None.Plus(kind.Select(stored => new DurationCount(stored.At.Step, stored.Count))));
    }

    private LearnedDurations Of(DurationKey key) => _kinds.GetOrAdd(key, static key => new(key.TypicalSeconds));

    private void Keep(IEnumerable<StoredDuration> counts)
    {
        foreach (var (at, count) in counts) _unsaved[at] = _unsaved.GetValueOrDefault(at) + count;
    }
}
