using System.Threading.Channels;
using Kinora.Core.Generations;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>The group commit: takes whatever is waiting into one transaction, so that many callers share one fsync.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostPerCommit = 512;
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly WorkSignals _signals;
    private readonly EventFeed _feed;
    private readonly Task _loop;

    public SqliteWriter(SqliteSession session, WorkSignals signals, EventFeed feed)
    {
        (_session, _signals, _feed) = (session, signals, feed);
        _loop = Task.Run(CommitGroupsAsync);
    }

    public Task<T> RunAsync<T>(Func<ISqlTransaction, Task<T>> run, CancellationToken cancellationToken)
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
            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Work> group)
    {
        var transaction = new SqliteTransaction(_session);
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var work in group) await work.RunAsync(transaction);
            CrashPoint.Pass("commit.written");
            _session.Execute("COMMIT");
            CrashPoint.Pass("commit.durable");
        }
#pragma warning disable CA1031 // Whatever went wrong, its callers are the ones to know, and the writer must live on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Rollback();
            foreach (var work in group) work.Fail(failure);
            return;
        }

        transaction.Announce(_signals, _feed);
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
        public abstract Task RunAsync(SqliteTransaction transaction);
        public abstract void Complete();
        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<ISqlTransaction, Task<T>> run) : Work
    {
        private const int ConstraintViolated = 19;
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _fault;

        public Task<T> Completion => _completion.Task;

        public override async Task RunAsync(SqliteTransaction transaction)
        {
            try
            {
                _result = await transaction.IsolatedAsync(() => run(transaction));
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
