using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore.Endpoints;

/// <summary>The catalogue. Ids of models contain slashes, which callers may send escaped or not.</summary>
internal static class ModelEndpoints
{
    private const int LargestPage = 100;

    private static readonly KieRequestForm<KiePriceQuery> PriceForm = new(KieRequestJsonContext.Default.KiePriceQuery);

    public static void Map(KieRoutes routes)
    {
        routes.Get("/api/v1/models", async (context, account) =>
        {
            var query = new KieModelQuery(KieQuery.Text(context, "taskType"), KieQuery.Text(context, "provider"), KieQuery.Text(context, "q"));
            return KieEnvelope.From(await account.ListModelsAsync(query, context.RequestAborted), KieJsonContext.Default.KieModelList);
        });
        routes.Get("/api/v1/models/{**path}", FindAsync);
        routes.Get("/api/v1/playground/model-paths", async (context, account) =>
            KieEnvelope.From(await account.ListModelPathsAsync(context.RequestAborted), KieJsonContext.Default.IReadOnlyListString));
        routes.Post("/client/v1/model-pricing/page", KieCalls.Ask(PriceForm, ListPricesAsync, KieJsonContext.Default.KiePricePage));
    }

    private static async Task<KieEnvelope> FindAsync(HttpContext context, IKieAccount account)
    {
        // Kestrel undoes every escape of a path but that of the slash.
        var path = ((string)context.Request.RouteValues["path"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var end = path.LastIndexOf('/');
        if (end <= 0) return KieEnvelope.NotFound;
        var (model, stop) = (path[..end], context.RequestAborted);
        return path[(end + 1)..] switch
        {
            "schema" => KieEnvelope.From(await account.FindModelSchemaAsync(model, stop), KieJsonContext.Default.KieModelSchema),
            "price" => KieEnvelope.From(await account.FindModelPriceAsync(model, stop), KieJsonContext.Default.KieModelPrice),
            "success-rate" => KieEnvelope.From(await account.FindModelSuccessRateAsync(model, stop), KieJsonContext.Default.KieModelSuccessRate),
            _ => KieEnvelope.NotFound,
        };
    }

    private static Task<KieReply<KiePricePage>> ListPricesAsync(IKieAccount account, KiePriceQuery query, CancellationToken cancellationToken)
    {
        if (query.PageNum < 1) throw KieRequestException.OutOfRange("pageNum");
        if (query.PageSize is < 1 or > LargestPage) throw KieRequestException.OutOfRange("pageSize");
        return account.ListPricesAsync(query, cancellationToken);
    }
}
