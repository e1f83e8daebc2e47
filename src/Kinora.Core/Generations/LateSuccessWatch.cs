using Kinora.Core.Providers;

namespace Kinora.Core.Generations;

/// <summary>Follows generations that Kinora gave up on and the provider did not: asks while it is unknown, collects when it succeeded.</summary>
internal sealed class LateSuccessWatch(ProviderPool providers, GenerationSettler settler, GenerationCollector collector) : IGenerationStep
{
    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        if (generation.ProviderOutputs.Count > 0)
        {
            await collector.TakeAsync(generation, cancellationToken);
            return;
        }

        if (providers.Find(generation.Attempt!.Account) is { } account) await account.ReadSlotsAsync(1, cancellationToken);
        await settler.ObserveAsync(generation, cancellationToken);
    }
}
