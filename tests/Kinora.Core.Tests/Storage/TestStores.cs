using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Sqlite;

namespace Kinora.Core.Tests.Storage;

/// <summary>The stores over a database of one test's own.</summary>
internal sealed class TestStores(ISqlDatabase database, WorkSignals signals, EventFeed feed) : IAsyncDisposable
{
    public WorkSignals Signals => signals;
    public EventFeed Feed => feed;
    public GenerationStore Generations { get; } = new(database);
    public AccountStore Accounts { get; } = new(database);
    public AssetIndex Assets { get; } = new(database);
    public LooseFiles Loose { get; } = new(database);
    public DurationStore Durations { get; } = new(database);

    /// <summary>On SQLite, in a file that may be there already.</summary>
    public static TestStores Sqlite(string path, TimeProvider time)
    {
        var (signals, feed) = (new WorkSignals(), new EventFeed());
        return new(SqliteDatabase.Open(path, signals, feed, time), signals, feed);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
