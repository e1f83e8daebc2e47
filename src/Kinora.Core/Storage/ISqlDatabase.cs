using System.Data.Common;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>The seam between the stores and the two engines. Both take the same SQL; what they cannot share is behind this.</summary>
/// <remarks>
/// Times are Unix milliseconds. <c>kinora_now()</c> is the database's clock, by which leases lapse; ask for it in a subquery, so that it is read
/// once. <c>json_each(…)</c> has the elements of a JSON array as <c>value</c>, so that a list is one parameter. Parameters are <c>$1</c>, <c>$2</c>, …
/// in order; one that may be null wants a <c>CAST</c>.
/// </remarks>
internal interface ISqlDatabase : IAsyncDisposable
{
    /// <summary>What a claiming subquery ends with, so that nodes pass by each other's rows; empty where there is one node.</summary>
    string SkipLocked { get; }

    /// <summary>How many transactions of <see cref="WriteAsync"/> have ended here: who keeps what he read before one of them must read again.</summary>
    long Writes { get; }

    /// <summary>Runs <paramref name="work"/> on what is committed; never waits for writers.</summary>
    Task<T> ReadAsync<T>(Func<ISqlSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="work"/> in a transaction; durable when this completes.</summary>
    Task<T> WriteAsync<T>(Func<ISqlTransaction, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Applies changes in the next group commit; durable when this completes. One result per change, in order.</summary>
    /// <param name="whole">All of them or none; otherwise each by itself.</param>
    Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken);
}

/// <summary>A connection to run statements on, one after the other.</summary>
internal interface ISqlSession
{
    /// <summary>Answers how many rows were changed.</summary>
    Task<int> ExecuteAsync(string sql, params object?[] values);

    /// <summary>The first column of the first row; null when there is none.</summary>
    Task<object?> ScalarAsync(string sql, params object?[] values);

    Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values);
}

/// <summary>An open transaction, and whom to tell when it is durable; nobody is told before, or when it is undone.</summary>
internal interface ISqlTransaction : ISqlSession
{
    /// <summary>Wakes the account's listeners, on every node.</summary>
    void Tell(string accountId, long eventNumber);

    /// <summary>Wakes the workers of a kind, on every node.</summary>
    void Tell(WorkKind kind);

    /// <summary>Wakes all whom a commit concerns.</summary>
    void Tell(StoreNews news);
}
