using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Tells one generation with all that belongs to it.</summary>
internal sealed class GenerationAnswers(GenerationStore store, AccountStore accounts, ModelCatalog catalog, Continuations continuations)
{
    private const int MostChildren = 100;

    /// <summary>As it stands now.</summary>
    public async Task<GenerationResponse> NowAsync(string id, HttpRequest request, CancellationToken cancellationToken) =>
        await WholeAsync((await store.FindAsync(id, cancellationToken))!, request, cancellationToken);

    public async Task<GenerationResponse> WholeAsync(Generation generation, HttpRequest request, CancellationToken cancellationToken) =>
        generation.ToResponse(catalog, Languages.Of(null, request), await store.HistoryAsync(generation.Id, cancellationToken)) with
        {
            Children = [.. (await store.ChildrenAsync(generation.Id, MostChildren, cancellationToken)).Select(child => child.ToChild())],
            Actions = [.. Actions(generation)],
            Ledger = [.. (await accounts.LedgerOfAsync(generation.Id, cancellationToken)).Select(entry => entry.ToResponse())],
        };

    // A model may have left the catalog since.
    private IEnumerable<GenerationAction> Actions(Generation generation)
    {
        if (catalog.Find(generation.ModelId) is { IsAvailable: true }) yield return new("remix", generation.ModelId, generation.ModelName);
        foreach (var way in continuations.Of(generation).GroupBy(way => (way.Mode, way.Model.Id)))
        {
            yield return new(way.Key.Mode, way.Key.Id, way.First().Model.Name)
            {
                Resolutions = way.Key.Mode is Continuations.Upscale ? [.. way.SelectMany(one => one.Resolutions).Distinct()] : null,
            };
        }
    }
}
