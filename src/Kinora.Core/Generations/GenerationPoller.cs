namespace Kinora.Core.Generations;

/// <summary>Asks the provider about running generations when they fall due, be it by schedule or by a callback's hint.</summary>
internal sealed class GenerationPoller(GenerationSettler settler) : IGenerationStep
{
    public Task TakeAsync(Generation generation, CancellationToken cancellationToken) => settler.ObserveAsync(generation, cancellationToken);
}
