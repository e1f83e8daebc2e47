using System.Threading.Channels;
using Kinora.Core.Generations;
using Kinora.Core.Telemetry;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>The group commit: takes whatever is waiting into one transaction, so that many callers share one fsync.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostPerCommit = 512, ConstraintViolated = 19;
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly WorkSignals _signals;
    private readonly EventFeed _feed;
    private readonly TimeProvider _time;
    private readonly Task _loop;

    public SqliteWriter(SqliteSession session, WorkSignals signals, EventFeed feed, TimeProvider time)
    {
        (_session, _signals, _feed, _time) = (session, signals, feed, time);
        _loop = Task.Run(CommitGroupsAsync);
    }

    /// <summary>Runs <paramref name="run"/> in the next transaction; what it throws undoes it alone.</summary>
    public Task<T> RunAsync<T>(Func<ISqlTransaction, Task<T>> run, CancellationToken cancellationToken)
    {
        var work = new Work<T>(run);
        Queue(work, cancellationToken);
        return work.Completion;
    }

    /// <summary>Adds changes to those that the next transaction decides on together.</summary>
    public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken)
    {
        var unit = new CommitUnit(changes, whole).Prepare();
        Queue(new Changes(unit), cancellationToken);
        return unit.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _session.Dispose();
    }

    private void Queue(Work work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(work), this);
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
        var (transaction, start) = (new SqliteTransaction(_session), _time.GetTimestamp());
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var work in group) await work.RunAsync(transaction);
            await ApplyAsync(transaction, [.. group.OfType<Changes>().Select(changes => changes.Unit)]);
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

        KinoraTelemetry.Committed(group.Count, _time.GetElapsedTime(start));
        transaction.Announce(_signals, _feed);
        foreach (var work in group) work.Complete();
    }

    /// <summary>All of the units at once, with one reading and one writing of what they share.</summary>
    private static async Task ApplyAsync(SqliteTransaction transaction, List<CommitUnit> units)
    {
        if (units.Count == 0) return;
        try
        {
            await transaction.IsolatedAsync(async () =>
            {
                await SqliteCommit.ApplyAsync(transaction, units);
                return true;
            });
        }
        catch (SqliteException fault) when (IsOfCaller(fault) && units.Count > 1)
        {
            // One of them cannot be written. By halves it is soon alone.
            await ApplyAsync(transaction, units[..(units.Count / 2)]);
            await ApplyAsync(transaction, units[(units.Count / 2)..]);
        }
        catch (SqliteException fault) when (IsOfCaller(fault))
        {
            units[0].Refuse(fault);
        }
    }

    private static bool IsOfCaller(SqliteException fault) => fault.SqliteErrorCode == ConstraintViolated;

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

    /// <summary>Nothing of its own: it is applied with the others of its kind.</summary>
    private sealed class Changes(CommitUnit unit) : Work
    {
        public CommitUnit Unit => unit;

        public override Task RunAsync(SqliteTransaction transaction) => Task.CompletedTask;

        public override void Complete() => unit.Complete();

        public override void Fail(Exception failure) => unit.Fail(failure);
    }

    private sealed class Work<T>(Func<ISqlTransaction, Task<T>> run) : Work
    {
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
            catch (Exception fault) when (fault is not SqliteException sql || IsOfCaller(sql))
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
