namespace Kinora.Core.Generations;

/// <summary>Follows generations that Kinora gave up on and the provider did not: asks while it is unknown, collects when it succeeded.</summary>
internal sealed class LateSuccessWatch(GenerationPoller poller, GenerationCollector collector) : IGenerationStep
{
    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        if (generation.ProviderOutputs.Count > 0)
        {
            await collector.TakeAsync(generation, cancellationToken);
            return;
        }

        await poller.PlacesAsync(1, cancellationToken);
        await poller.TakeAsync(generation, cancellationToken);
    }
}
