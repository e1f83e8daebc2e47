using Kinora.Core.Generations;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Tells this node directly, and the others through the database, what a commit concerns.</summary>
internal sealed class PostgresAnnouncer(WorkSignals signals, EventFeed feed)
{
    /// <summary>By which this node's own messages are known.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Lets the transaction tell the other nodes when it is committed.</summary>
    public void AddTo(NpgsqlBatch batch, StoreNews news)
    {
        foreach (var message in PostgresNews.Messages(Node, news)) batch.Add(PostgresNews.Notify, message);
    }

    public void Announce(StoreNews news) => news.Announce(signals, feed);

    /// <summary>A message of another node came in.</summary>
    public void Hear(PostgresNews news)
    {
        if (news.From == Node) return;
        foreach (var kind in news.Work) signals.Pulse(kind);
        foreach (var (accountId, number) in news.Events) feed.Publish(accountId, number);
    }

    /// <summary>Messages may have been missed: everybody looks.</summary>
    public void WakeAll()
    {
        foreach (var kind in Enum.GetValues<WorkKind>()) signals.Pulse(kind);
        feed.WakeAll();
    }
}
