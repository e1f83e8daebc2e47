using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>The group commit: takes whatever is waiting into one transaction, so that many callers share one fsync.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostPerCommit = 512;
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly Task _loop;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _loop = Task.Run(CommitGroupsAsync);
    }

    public Task<T> RunAsync<T>(Func<SqliteTransaction, T> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new Work<T>(run);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(work), this);
        return work.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _session.Dispose();
    }

    private async Task CommitGroupsAsync()
    {
        var group = new List<Work>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MostPerCommit && _queue.Reader.TryRead(out var work)) group.Add(work);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Work> group)
    {
        var transaction = new SqliteTransaction(_session);
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var work in group) work.Run(transaction);
            _session.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Whatever went wrong, its callers are the ones to know, and the writer must live on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Rollback();
            foreach (var work in group) work.Fail(failure);
            return;
        }

        transaction.Announce();
        foreach (var work in group) work.Complete();
    }

    private void Rollback()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself (disk full, I/O error).
        }
    }

    private abstract class Work
    {
        public abstract void Run(SqliteTransaction transaction);
        public abstract void Complete();
        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<SqliteTransaction, T> run) : Work
    {
        private const int ConstraintViolated = 19;
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _fault;

        public Task<T> Completion => _completion.Task;

        public override void Run(SqliteTransaction transaction)
        {
            try
            {
                _result = transaction.Isolated(() => (run(transaction), true));
            }
#pragma warning disable CA1031 // The caller gets it; the others in the group are not to suffer. A broken database does concern all of them.
            catch (Exception fault) when (fault is not SqliteException { SqliteErrorCode: not ConstraintViolated })
#pragma warning restore CA1031
            {
                _fault = fault;
            }
        }

        public override void Complete()
        {
            if (_fault is null) _completion.SetResult(_result!);
            else _completion.SetException(_fault);
        }

        public override void Fail(Exception failure) => _completion.SetException(failure);
    }
}
