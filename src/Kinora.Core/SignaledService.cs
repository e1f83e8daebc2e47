using Kinora.Core.Generations;

namespace Kinora.Core;

/// <summary>Work that is done as soon as a commit brings some, and every now and then for what another node left or is to be tried again.</summary>
/// <param name="kind">Of the work that a commit may bring.</param>
internal abstract class SignaledService(KinoraEngine engine, WorkSignals signals, WorkKind kind, TimeSpan longestSleep, TimeProvider time) : EngineService(engine)
{
    /// <summary>Does all that is due, and answers how long it is until more is; null when that is not known, or not soon.</summary>
    protected abstract Task<TimeSpan?> WorkAsync(CancellationToken cancellationToken);

    protected sealed override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan? rest = null;
            await TryAsync(async stop => rest = await WorkAsync(stop), stoppingToken);
            await signals.WaitAsync(kind, "", rest < longestSleep ? rest.Value : longestSleep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
