using System.Data.Common;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Postgres;

/// <summary>An open transaction, and what to tell once it is durable.</summary>
internal sealed class PostgresTransaction(ISqlSession session) : ISqlTransaction
{
    public StoreNews News { get; } = new();

    public Task<int> ExecuteAsync(string sql, params object?[] values) => session.ExecuteAsync(sql, values);

    public Task<object?> ScalarAsync(string sql, params object?[] values) => session.ScalarAsync(sql, values);

    public Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values) => session.QueryAsync(sql, read, values);

    public void Tell(string accountId, long eventNumber) => News.Add(accountId, eventNumber);

    public void Tell(WorkKind kind) => News.Add(kind);

    public void Tell(StoreNews news) => News.Add(news);
}
