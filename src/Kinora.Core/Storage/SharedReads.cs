using System.Diagnostics.CodeAnalysis;

namespace Kinora.Core.Storage;

/// <summary>Lets callers that ask for the same share one reading: those who ask at the same time, and those who ask within a moment after it.</summary>
/// <remarks>Nobody is told what was read before the last write of this node ended; what another node wrote is seen within <see cref="Moment"/>.</remarks>
/// <param name="read">Reads what is known now; null, which nobody else is told, when there is nothing.</param>
/// <param name="writes">Counts the writes of this node that have ended.</param>
internal sealed class SharedReads<TKey, TValue>(Func<TKey, Task<TValue>> read, Func<long> writes, TimeProvider time)
    where TKey : notnull
{
    private const int MostKept = 4096;
    private readonly Dictionary<TKey, Line> _lines = [];
    private readonly Dictionary<TKey, Kept> _kept = [];

    /// <summary>How long a reading is shared at most.</summary>
    public static TimeSpan Moment { get; } = TimeSpan.FromSeconds(1);

    public Task<TValue> ReadAsync(TKey key)
    {
        lock (_lines)
        {
            if (IsFresh(key, out var known)) return known;
            if (_lines.TryGetValue(key, out var line)) return (line.Next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            _lines.Add(key, line = new());
            var first = line.Next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = ReadOnAsync(key, line);
            return first.Task;
        }
    }

    // Whoever comes while one reading is under way waits for it to end: then it is seen whether that one may be told, or another is needed.
    private async Task ReadOnAsync(TKey key, Line line)
    {
        while (Take(key, line) is { } waiting)
        {
            try
            {
                waiting.SetResult(await ReadNowAsync(key));
            }
#pragma warning disable CA1031 // Those who asked get it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                waiting.SetException(fault);
            }
        }
    }

    private async Task<TValue> ReadNowAsync(TKey key)
    {
        Task<TValue>? known;
        lock (_lines) IsFresh(key, out known);
        if (known is not null) return await known;
        var (count, at) = (writes(), time.GetTimestamp());
        var value = await read(key);
        lock (_lines)
        {
            if (_kept.Count >= MostKept) _kept.Clear();
            if (value is null) _kept.Remove(key);
            else _kept[key] = new(Task.FromResult(value), count, at);
        }

        return value;
    }

    private bool IsFresh(TKey key, [NotNullWhen(true)] out Task<TValue>? known)
    {
        known = _kept.TryGetValue(key, out var kept) && kept.Writes == writes() && time.GetElapsedTime(kept.At) < Moment ? kept.Value : null;
        return known is not null;
    }

    private TaskCompletionSource<TValue>? Take(TKey key, Line line)
    {
        lock (_lines)
        {
            var waiting = line.Next;
            line.Next = null;
            if (waiting is null) _lines.Remove(key);
            return waiting;
        }
    }

    private sealed class Line
    {
        /// <summary>Those who wait for the reading under way to end; null when nobody does.</summary>
        public TaskCompletionSource<TValue>? Next { get; set; }
    }

    /// <param name="Writes">How many had ended when it was begun.</param>
    /// <param name="At">When it was begun.</param>
    private sealed record Kept(Task<TValue> Value, long Writes, long At);
}
