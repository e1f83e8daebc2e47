using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Microsoft.Extensions.Hosting;

namespace Kinora.Core.Generations;

/// <summary>One worker for each provider account, so that they ask side by side, and one for each that was taken away while something still ran there.</summary>
/// <param name="worker">The worker of a line, for its account.</param>
internal sealed class PollerFleet(ProviderPool providers, GenerationStore store, Func<string, IGenerationProvider?, GenerationWorker> worker)
    : IHostedService, IAsyncDisposable
{
    private GenerationWorker[] _workers = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var lines = await store.LinesAsync(GenerationStatus.Running, cancellationToken);
        _workers = [.. providers.Accounts.Select(account => account.Account).Union(lines).Select(line => worker(line, providers.Find(line)))];
        foreach (var one in _workers) await one.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_workers.Select(one => one.StopAsync(cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _workers) await one.DisposeAsync();
    }
}
