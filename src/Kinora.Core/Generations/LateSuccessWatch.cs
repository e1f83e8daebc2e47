namespace Kinora.Core.Generations;

/// <summary>Follows generations that Kinora gave up on and the provider did not: asks while it is unknown, collects when it succeeded.</summary>
internal sealed class LateSuccessWatch(GenerationPoller poller, GenerationCollector collector) : IGenerationStep
{
    public Task TakeAsync(Generation generation, CancellationToken cancellationToken) =>
        generation.ProviderOutputs.Count > 0 ? collector.TakeAsync(generation, cancellationToken) : poller.TakeAsync(generation, cancellationToken);
}
