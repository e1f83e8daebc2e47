using Kinora.Core.Providers;

namespace Kinora.Core.Generations;

/// <summary>Asks the provider about running generations when they fall due, be it by schedule or by a callback's hint.</summary>
/// <remarks>It takes as many as the provider's budget allows, longest due first. The others hold neither a lease nor a place meanwhile.</remarks>
internal sealed class GenerationPoller(GenerationSettler settler, IGenerationProvider provider) : IGenerationStep
{
    /// <summary>More than of other steps: it is little but waiting for the provider, and the more are taken together, the fewer are the commits.</summary>
    public int MostAtOnce => 64;

    public Task<int> PlacesAsync(int most, CancellationToken cancellationToken) => provider.ReadSlotsAsync(most, cancellationToken);

    public Task TakeAsync(Generation generation, CancellationToken cancellationToken) => settler.ObserveAsync(generation, cancellationToken);
}
