using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Joins;

/// <summary>Makes what is due, one film at a time on every node.</summary>
internal sealed partial class JoinWorker(JoinMaker maker, KinoraEngine engine, WorkSignals signals, TimeProvider time, ILogger<JoinWorker> logger)
    : SignaledService(engine, signals, WorkKind.Join, TimeSpan.FromSeconds(5), time)
{
    protected override async Task<TimeSpan?> WorkAsync(CancellationToken cancellationToken)
    {
        while (await maker.MakeNextAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(343, LogLevel.Error, "The making of films met a fault and goes on.")]
    private partial void LogFault(Exception fault);
}
