using System.Collections.Concurrent;

namespace Kinora.Sandbox.Faults;

/// <summary>Counts the readings of scripted tasks, for what befalls only the first ones.</summary>
internal sealed class TaskReadings
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>Whether this reading of a task is one of the first, which suffer.</summary>
    public bool Suffers(string taskId, TaskScript script)
    {
        if (script is { ReadAnswer: null, Read: null, NullRecord: false }) return false;
        return _counts.AddOrUpdate(taskId, 1, (_, count) => Math.Min(count + 1, Directive.Readings + 1)) <= Directive.Readings;
    }
}
