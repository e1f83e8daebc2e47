using Kinora.Client;
using Kinora.Server.OpenApi;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Endpoints;

internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/models", List).WithTags("Models").WithName("listModels")
            .WithSummary("Every model with all that is needed to draw its form")
            .Produces<ModelPage>().Produces(304).ProducesProblems(401).RequireAuthorization();

    private static FileContentHttpResult List(ModelList models, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(models.Json, "application/json", entityTag: new EntityTagHeaderValue(models.ETag));
    }
}
