using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Storage.Sqlite;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Storage;

/// <summary>The open database, and what else depends on whether it is this process's own or shared: the time, the budgets, who is woken.</summary>
public sealed class EngineDatabase : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private EngineDatabase(ISqlDatabase sql, WorkSignals signals, EventFeed feed, IRateBudgets budgets, TimeProvider time) =>
        (Sql, Signals, Feed, Budgets, Time) = (sql, signals, feed, budgets, time);

    /// <summary>The time for the engine: that of the database, where nodes share one.</summary>
    public TimeProvider Time { get; }

    /// <summary>Wakes listeners for what any node commits.</summary>
    public EventFeed Feed { get; }

    internal ISqlDatabase Sql { get; }
    internal WorkSignals Signals { get; }
    internal IRateBudgets Budgets { get; }

    /// <summary>Opens what the options name, creates it where it is new, and brings its schema up to date. PostgreSQL is waited for up to 30 s.</summary>
    /// <exception cref="System.Data.Common.DbException">It cannot be opened or used.</exception>
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static async Task<EngineDatabase> OpenAsync(CoreOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var (signals, feed) = (new WorkSignals(), new EventFeed());
        if (options.Database is not { } address)
            return new(SqliteDatabase.Open(Path.Combine(options.DataFolder, "kinora.db"), signals, feed, time), signals, feed, new LocalRateBudgets(time), time);
        var postgres = await PostgresDatabase.OpenAsync(address, signals, feed, StartPatience, time, loggers, cancellationToken);
        return new(postgres, signals, feed, postgres.Budgets, postgres.Clock);
    }

    public ValueTask DisposeAsync() => Sql.DisposeAsync();
}
