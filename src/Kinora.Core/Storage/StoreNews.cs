using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>Whom a commit concerns: the workers of which statuses, the listeners of which accounts.</summary>
internal sealed class StoreNews
{
    public HashSet<GenerationStatus> Statuses { get; } = [];

    /// <summary>The newest event of each account.</summary>
    public Dictionary<string, long> Events { get; } = [];

    public bool IsEmpty => Statuses.Count == 0 && Events.Count == 0;

    public void Add(GenerationStatus status) => Statuses.Add(status);

    public void Add(string accountId, long eventNumber) => Events[accountId] = Math.Max(eventNumber, Events.GetValueOrDefault(accountId));

    public void Add(StoreNews news)
    {
        Statuses.UnionWith(news.Statuses);
        foreach (var (accountId, number) in news.Events) Add(accountId, number);
    }

    /// <summary>Tells this process.</summary>
    public void Announce(WorkSignals signals, EventFeed feed)
    {
        foreach (var status in Statuses) signals.Pulse(status);
        foreach (var (accountId, number) in Events) feed.Publish(accountId, number);
    }
}
