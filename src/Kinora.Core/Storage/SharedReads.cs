namespace Kinora.Core.Storage;

/// <summary>Lets callers that ask for the same at the same time share one reading. Nobody is told what was read before they asked.</summary>
/// <param name="read">Reads what is known now.</param>
internal sealed class SharedReads<TKey, TValue>(Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Line> _lines = [];

    public Task<TValue> ReadAsync(TKey key)
    {
        lock (_lines)
        {
            if (_lines.TryGetValue(key, out var line)) return (line.Next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            _lines.Add(key, line = new());
            var first = line.Next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = ReadOnAsync(key, line);
            return first.Task;
        }
    }

    // Whoever comes while one reading is under way waits for the next, which begins when that one has ended.
    private async Task ReadOnAsync(TKey key, Line line)
    {
        while (Take(key, line) is { } waiting)
        {
            try
            {
                waiting.SetResult(await read(key));
            }
#pragma warning disable CA1031 // Those who asked get it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                waiting.SetException(fault);
            }
        }
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
        /// <summary>Those who wait for the next reading; null when nobody does.</summary>
        public TaskCompletionSource<TValue>? Next { get; set; }
    }
}
