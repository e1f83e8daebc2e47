using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/quotes", QuoteAsync).WithTags("Generations").WithName("quote")
            .WithSummary("What a request would cost; nothing is created")
            .ProducesProblems(400, 401, 403).RequireAuthorization();

    private static async Task<Results<Ok<QuoteResponse>, ProblemResult>> QuoteAsync(
        GenerateVideoRequest request,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, ModelCatalog catalog, KnownInputs inputs, AccountStore accounts, HttpRequest http, CancellationToken cancellationToken)
    {
        var input = request.ToInput();
        var (known, noTake) = await inputs.OfAsync(caller.AccountId, input, cancellationToken);
        var (plan, faults) = catalog.Plan(input, known);
        if (noTake is not null) faults = [.. faults, noTake];
        if (plan is null || faults.Count > 0) return faults.ToProblem();
        var quote = plan.Quote.ToResponse() with { Warnings = plan.Warnings.ToResponse(Languages.Of(named, http)) };
        var isAdmin = await accounts.FindAsync(caller.AccountId, cancellationToken) is { Role: AccountRole.Admin };
        return TypedResults.Ok(isAdmin ? quote.WithMargin(plan.Quote) : quote);
    }
}
