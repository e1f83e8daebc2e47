using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>Whom a commit concerns: the workers of which kinds, the listeners of which accounts.</summary>
internal sealed class StoreNews
{
    public HashSet<WorkKind> Work { get; } = [];

    /// <summary>The newest event of each account.</summary>
    public Dictionary<string, long> Events { get; } = [];

    public bool IsEmpty => Work.Count == 0 && Events.Count == 0;

    public void Add(WorkKind kind) => Work.Add(kind);

    public void Add(string accountId, long eventNumber) => Events[accountId] = Math.Max(eventNumber, Events.GetValueOrDefault(accountId));

    public void Add(StoreNews news)
    {
        Work.UnionWith(news.Work);
        foreach (var (accountId, number) in news.Events) Add(accountId, number);
    }

    /// <summary>Tells this process.</summary>
    public void Announce(WorkSignals signals, EventFeed feed)
    {
        foreach (var kind in Work) signals.Pulse(kind);
        foreach (var (accountId, number) in Events) feed.Publish(accountId, number);
    }
}
