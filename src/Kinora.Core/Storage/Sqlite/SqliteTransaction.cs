namespace Kinora.Core.Storage.Sqlite;

/// <summary>The open transaction of a group commit, and what to announce once it is durable.</summary>
internal sealed class SqliteTransaction(SqliteSession session)
{
    private List<Action> _announcements = [];

    public SqliteSession Session => session;

    /// <summary>Runs when the commit is durable, and only then.</summary>
    public void AfterCommit(Action announce) => _announcements.Add(announce);

    /// <summary>Runs <paramref name="work"/> so that it is undone alone when it throws or answers that it is not to be kept.</summary>
    public T Isolated<T>(Func<(T Result, bool Keep)> work)
    {
        var announcements = _announcements;
        _announcements = [];
        session.Execute("SAVEPOINT step");
        var keep = false;
        try
        {
            (var result, keep) = work();
            return result;
        }
        finally
        {
            if (!keep) session.Execute("ROLLBACK TO step");
            session.Execute("RELEASE step");
            if (keep) announcements.AddRange(_announcements);
            _announcements = announcements;
        }
    }

    public void Announce()
    {
        foreach (var announce in _announcements) announce();
    }
}
