using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Server.Kie;

/// <summary>The calls about models, with Kinora's prices.</summary>
internal sealed partial class EngineAccount
{
    public Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken) => Task.FromResult(parts.Catalogue.List(query));

    public Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken) => Task.FromResult(parts.Catalogue.Schema(model));

    public Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken) => Task.FromResult(parts.Catalogue.Price(model));

    public Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken) =>
        Task.FromResult(parts.Catalogue.SuccessRate(model));

    public Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken) => Task.FromResult(parts.Catalogue.Prices(query));

    public Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken) => Task.FromResult(parts.Catalogue.Paths());
}
