using System.Threading.Channels;
using Kinora.Core.Generations;
using Kinora.Core.Telemetry;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>The group commit of one node: takes whatever is waiting into one transaction, so that many callers share its round trips and its fsync.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int MostChanges = 1024;
    private readonly Channel<CommitUnit> _queue = Channel.CreateUnbounded<CommitUnit>(new() { SingleReader = true });
    private readonly PostgresGroup _group;
    private readonly TimeProvider _time;
    private readonly Task _loop;

    public PostgresWriter(PostgresGroup group, TimeProvider time)
    {
        (_group, _time) = (group, time);
        _loop = Task.Run(CommitGroupsAsync);
    }

    public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var unit = new CommitUnit(changes, whole).Prepare();
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(unit), this);
        return unit.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task CommitGroupsAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var (units, changes) = (new List<CommitUnit>(), 0);
            while (changes < MostChanges && _queue.Reader.TryRead(out var unit))
            {
                units.Add(unit);
                changes += unit.Changes.Count;
            }

            await CommitAsync(units);
        }
    }

    private async Task CommitAsync(List<CommitUnit> units)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var start = _time.GetTimestamp();
                await _group.CommitAsync(units);
                KinoraTelemetry.Committed(units.Count, _time.GetElapsedTime(start));
                foreach (var unit in units) unit.Complete();
                return;
            }
            catch (PostgresException fault) when (fault.GaveWay() && tries < PostgresFaults.MostTries)
            {
                // Undone as a whole, so it can be run again as it is.
            }
            catch (PostgresException fault) when (fault.IsOfCaller() && units.Count > 1)
            {
                // One of them cannot be written. By halves it is soon alone.
                await CommitAsync(units[..(units.Count / 2)]);
                await CommitAsync(units[(units.Count / 2)..]);
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, its callers are the ones to know, and the writer must live on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                foreach (var unit in units) unit.Fail(fault);
                return;
            }
        }
    }
}
