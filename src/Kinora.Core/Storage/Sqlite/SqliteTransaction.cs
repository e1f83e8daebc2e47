using System.Data.Common;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>The open transaction of a group commit, and what to tell once it is durable.</summary>
internal sealed class SqliteTransaction(SqliteSession session) : ISqlTransaction
{
    private StoreNews _news = new();

    public Task<int> ExecuteAsync(string sql, params object?[] values) => session.ExecuteAsync(sql, values);

    public Task<object?> ScalarAsync(string sql, params object?[] values) => session.ScalarAsync(sql, values);

    public Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values) => session.QueryAsync(sql, read, values);

    public void Tell(string accountId, long eventNumber) => _news.Add(accountId, eventNumber);

    public void Tell(WorkKind kind) => _news.Add(kind);

    public void Tell(StoreNews news) => _news.Add(news);

    /// <summary>Runs <paramref name="work"/> so that it is undone alone when it throws.</summary>
    public async Task<T> IsolatedAsync<T>(Func<Task<T>> work)
    {
        var news = _news;
        _news = new();
        session.Execute("SAVEPOINT step");
        var keep = false;
        try
        {
            var result = await work();
            keep = true;
            return result;
        }
        finally
        {
            if (!keep) session.Execute("ROLLBACK TO step");
            session.Execute("RELEASE step");
            if (keep) news.Add(_news);
            _news = news;
        }
    }

    public void Announce(WorkSignals signals, EventFeed feed) => _news.Announce(signals, feed);
}
