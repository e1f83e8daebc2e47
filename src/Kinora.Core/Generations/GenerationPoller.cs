using Kinora.Core.Providers;

namespace Kinora.Core.Generations;

/// <summary>Asks one provider account about its running generations when they fall due, be it by schedule or by a callback's hint.</summary>
/// <remarks>It takes as many as the account's budget allows, longest due first. The others hold neither a lease nor a place meanwhile.</remarks>
/// <param name="account">By its name, since it may be connected anew. Where it was taken away, nobody can be asked, and what it had ends at its deadline.</param>
internal sealed class GenerationPoller(GenerationSettler settler, ProviderPool providers, string account) : IGenerationStep
{
    /// <summary>More than of other steps: it is little but waiting for the provider, and the more are taken together, the fewer are the commits.</summary>
    public int MostAtOnce => 64;

    public Task<int> PlacesAsync(int most, CancellationToken cancellationToken) => providers.Find(account)?.ReadSlotsAsync(most, cancellationToken) ?? Task.FromResult(most);

    public Task TakeAsync(Generation generation, CancellationToken cancellationToken) => settler.ObserveAsync(generation, cancellationToken);
}
