using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Microsoft.Extensions.Hosting;

namespace Kinora.Core.Generations;

/// <summary>One worker for each provider account, so that they ask side by side, and one for each that was taken away while something still ran there.</summary>
/// <remarks>An account that is entered while the server runs gets its worker then; one that is taken away keeps its own, which then has little to do.</remarks>
/// <param name="worker">The worker of an account's line.</param>
internal sealed class PollerFleet(ProviderPool providers, GenerationStore store, Func<string, GenerationWorker> worker) : BackgroundService, IAsyncDisposable
{
    private readonly Dictionary<string, GenerationWorker> _workers = [];

    public async ValueTask DisposeAsync()
    {
        Dispose();
        foreach (var one in _workers.Values) await one.DisposeAsync();
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FillAsync(await store.LinesAsync(GenerationStatus.Running, cancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = new SemaphoreSlim(0);
        void Note(object? sender, EventArgs change) => changes.Release();
        providers.Changed += Note;
        try
        {
            // What changed before it was listened for is seen at the first turn.
            for (var stopping = false; !stopping; stopping = await StoppedAsync(changes.WaitAsync(stoppingToken)))
                await FillAsync([], stoppingToken);
        }
        finally
        {
            providers.Changed -= Note;
            await Task.WhenAll(_workers.Values.Select(one => one.StopAsync(CancellationToken.None)));
        }
    }

    private async Task FillAsync(IEnumerable<string> others, CancellationToken cancellationToken)
    {
        foreach (var line in providers.Accounts.Select(account => account.Account).Union(others).Except(_workers.Keys).ToList())
            await (_workers[line] = worker(line)).StartAsync(cancellationToken);
    }

    private static async Task<bool> StoppedAsync(Task wait)
    {
        await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return wait.IsCanceled;
    }
}
