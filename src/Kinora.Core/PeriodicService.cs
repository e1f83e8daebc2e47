namespace Kinora.Core;

/// <summary>Work that is done again and again. After a fault the next turn comes all the same.</summary>
/// <param name="pause">Between the beginnings of two turns; a turn that takes longer delays the next.</param>
internal abstract class PeriodicService(KinoraEngine engine, TimeSpan pause, TimeProvider time) : EngineService(engine)
{
    protected TimeProvider Time => time;

    /// <summary>One turn.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellationToken);

    protected sealed override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(TurnAsync, stoppingToken);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
