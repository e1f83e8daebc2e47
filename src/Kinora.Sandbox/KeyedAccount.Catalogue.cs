using KieAi;
using KieAi.AspNetCore;

namespace Kinora.Sandbox;

/// <summary>The calls about models. KIE answers 429 to a few quick ones, so they count as readings.</summary>
internal sealed partial class KeyedAccount
{
    public Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken) => Ask(() => parts.Catalogue.List(query));

    public Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken) => Ask(() => parts.Catalogue.Schema(model));

    public Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken) => Ask(() => parts.Catalogue.Price(model));

    public Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken) =>
        Ask(() => parts.Catalogue.SuccessRate(model));

    public Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken) => Ask(() => parts.Catalogue.Prices(query));

    public Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken) => Ask(parts.Catalogue.Paths);

    private Task<KieReply<T>> Ask<T>(Func<KieReply<T>> answer) => Task.FromResult(MayRead ? answer() : WireRefusal.TooManyCalls<T>());
}
