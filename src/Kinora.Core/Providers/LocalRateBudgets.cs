using System.Collections.Concurrent;

namespace Kinora.Core.Providers;

/// <summary>Budgets of one process. Measured on the monotonic clock: a wall clock that is set back does not close them.</summary>
internal sealed class LocalRateBudgets(TimeProvider time) : IRateBudgets
{
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, Line> _lines = new();

    public Task<IReadOnlyList<TimeSpan>> ReserveAsync(RateBudget budget, int count, CancellationToken cancellationToken) =>
        Task.FromResult(_lines.GetOrAdd(budget.Name, _ => new()).Reserve(budget, count, time.GetElapsedTime(_start)));

    /// <summary>The last slots that were given away, as many as there are calls, in order.</summary>
    private sealed class Line
    {
        private readonly Queue<TimeSpan> _given = [];

        public IReadOnlyList<TimeSpan> Reserve(RateBudget budget, int count, TimeSpan now)
        {
            var slots = new TimeSpan[count];
            lock (_given)
            {
                for (var i = 0; i < count; i++)
                {
                    // The window that begins with the oldest is full until it ends.
                    var free = _given.Count == budget.Calls ? _given.Dequeue() + budget.Window : now;
                    var slot = free > now ? free : now;
                    _given.Enqueue(slot);
                    slots[i] = slot - now;
                }
            }

            return slots;
        }
    }
}
