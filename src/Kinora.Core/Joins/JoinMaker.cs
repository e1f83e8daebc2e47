using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Joins;

/// <summary>Makes joins, one at a time. What breaks off is made again from the beginning, and only who holds the lease at the end has made it.</summary>
internal sealed partial class JoinMaker(JoinStore joins, FilmMedia media, TimeProvider time, ILogger<JoinMaker> logger)
{
    internal const int MostTries = 4;
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private readonly string _owner = Guid.NewGuid().ToString();

    /// <summary>Makes the next join that is due; false when none is.</summary>
    public async Task<bool> MakeNextAsync(CancellationToken cancellationToken)
    {
        // A look that writes nothing, as it mostly finds nothing.
        if (!await joins.IsAnyDueAsync(cancellationToken)) return false;
        if (await joins.ClaimAsync(new(_owner, LeaseTime), time.GetUtcNow(), cancellationToken) is not { } join) return false;
        if (join.Tries > MostTries)
        {
            await joins.FailAsync(join.Id, _owner, $"It was broken off {MostTries} times.", time.GetUtcNow(), cancellationToken);
            return true;
        }

        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new JoinProgress();
        var renewing = RenewAsync(join.Id, progress, given);
        try
        {
            await MakeAsync(join, progress, given.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This node stops, and the next one need not wait for the lease to lapse.
            await joins.PutOffAsync(join.Id, _owner, TimeSpan.Zero, counts: false, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (given.IsCancellationRequested)
        {
            LogTaken(join.Id);
        }
        finally
        {
            await given.CancelAsync();
            await renewing;
        }

        return true;
    }

    private async Task MakeAsync(Join join, JoinProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            var film = await media.MakeAsync(join, progress, cancellationToken);
            await joins.CompleteAsync(join.Id, _owner, film, time.GetUtcNow(), cancellationToken);
        }
        catch (InputGoneException gone)
        {
            await joins.FailAsync(join.Id, _owner, gone.Message, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception fault) when (fault is MediaException or IOException or UnauthorizedAccessException)
        {
            LogNotMade(join.Id, join.Tries, fault.Message, (fault as MediaException)?.ToolOutput);
            if (join.Tries < MostTries) await joins.PutOffAsync(join.Id, _owner, Schedule.Backoff(2 * join.Tries), counts: true, cancellationToken);
            else await joins.FailAsync(join.Id, _owner, Reason(fault), time.GetUtcNow(), cancellationToken);
        }
    }

    // What the system says of a file names paths of this machine.
    private static string Reason(Exception fault) => fault is MediaException media
        ? "The film could not be made: " + media.Message
        : "The film could not be made: the storage cannot be read or written.";

    // Until the work is over. A lease that is lost ends the work.
    private async Task RenewAsync(string id, JoinProgress progress, CancellationTokenSource work)
    {
        using var timer = new PeriodicTimer(LeaseTime / 3, time);
        while (!work.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(work.Token);
                if (!await joins.RenewAsync(id, new(_owner, LeaseTime), progress.Percent, work.Token)) await work.CancelAsync();
            }
            catch (OperationCanceledException) when (work.IsCancellationRequested)
            {
                // Over.
            }
#pragma warning disable CA1031 // The next tick may succeed, before the lease lapses.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNotRenewed(fault, id);
            }
        }
    }

    [LoggerMessage(340, LogLevel.Warning, "The film {JoinId} could not be made (try {Tries}: {Reason} {Output})")]
    private partial void LogNotMade(string joinId, int tries, string reason, string? output);

    [LoggerMessage(341, LogLevel.Information, "The film {JoinId} was deleted, or another node makes it; here it is broken off.")]
    private partial void LogTaken(string joinId);

    [LoggerMessage(342, LogLevel.Warning, "The lease of the film {JoinId} could not be prolonged.")]
    private partial void LogNotRenewed(Exception fault, string joinId);
}

/// <summary>How far a film is, told by who makes it and read by who renews its lease.</summary>
internal sealed class JoinProgress
{
    private volatile int _percent;

    public int Percent
    {
        get => _percent;
        set => _percent = value;
    }
}
