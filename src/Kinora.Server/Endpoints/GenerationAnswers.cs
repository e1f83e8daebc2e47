using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Endpoints;

/// <summary>Tells one generation with all that belongs to it.</summary>
internal sealed class GenerationAnswers(GenerationStore store, AccountStore accounts, ModelCatalog catalog)
{
    private const int MostChildren = 100;

    /// <summary>As it stands now.</summary>
    public async Task<GenerationResponse> NowAsync(string id, HttpRequest request, CancellationToken cancellationToken) =>
        await WholeAsync((await store.FindAsync(id, cancellationToken))!, request, cancellationToken);

    public async Task<GenerationResponse> WholeAsync(Generation generation, HttpRequest request, CancellationToken cancellationToken) =>
        generation.ToResponse(catalog, Languages.Of(null, request), await store.HistoryAsync(generation.Id, cancellationToken)) with
        {
            Children = [.. (await store.ChildrenAsync(generation.Id, MostChildren, cancellationToken)).Select(child => child.ToChild())],
            Ledger = [.. (await accounts.LedgerOfAsync(generation.Id, cancellationToken)).Select(entry => entry.ToResponse())],
        };
}
