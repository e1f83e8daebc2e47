using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/quotes", Quote).WithTags("Generations").WithName("quote")
            .WithSummary("What a request would cost; nothing is created")
            .ProducesProblems(400, 401, 403).RequireAuthorization();

    private static Results<Ok<QuoteResponse>, ProblemResult> Quote(GenerateVideoRequest request, ModelCatalog catalog)
    {
        var planned = catalog.Plan(request.ToInput());
        return planned.Plan is { } plan ? TypedResults.Ok(plan.Quote.ToResponse()) : planned.Faults.ToProblem();
    }
}
