using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/quotes").WithTags("Generations").RequireAuthorization().WithMetadata(KeyNeeds.Read).ProducesProblems(400, 401, 403);
        group.MapPost("", QuoteAsync).WithName("quote").WithSummary("Price a request; nothing is created");
        group.MapPost("/batch", QuoteBatchAsync).WithName("quoteBatch").WithSummary("Price 1 to 100 requests, each and all together; nothing is created")
            .WithMetadata(new RequestSizeLimitAttribute(Acceptance.MaxBatchBody)).ProducesProblems(413, 415);
    }

    private static async Task<Results<Ok<QuoteResponse>, ProblemResult>> QuoteAsync(
        GenerateVideoRequest request,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, RoughPlanner planner, AccountStore accounts, HttpRequest http, CancellationToken cancellationToken)
    {
        var rough = await planner.PlanAsync(caller.AccountId, request.ToInput(), cancellationToken);
        if (rough.Plan is not { } plan) return rough.Faults.ToProblem();
        var isAdmin = await accounts.FindAsync(caller.AccountId, cancellationToken) is { Role: AccountRole.Admin };
        return TypedResults.Ok(plan.ToQuote(isAdmin, Languages.Of(named, http)));
    }

    private static async Task<Results<Ok<QuoteBatchResponse>, ProblemResult>> QuoteBatchAsync(
        QuoteBatchRequest batch,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, RoughPlanner planner, AccountStore accounts, HttpRequest http, CancellationToken cancellationToken)
    {
        if (Acceptance.ListFaults("requests", batch.Requests).ToArray() is { Length: > 0 } faults) return ProblemResult.Invalid(faults);
        var account = await accounts.FindAsync(caller.AccountId, cancellationToken);
        var items = new List<QuoteBatchItem>();
        foreach (var request in batch.Requests)
        {
            var rough = await planner.PlanAsync(caller.AccountId, request.ToInput(), cancellationToken);
            items.Add(new(rough.Plan?.ToQuote(account is { Role: AccountRole.Admin }, Languages.Of(named, http)), rough.Plan is null ? rough.Faults.ToErrors() : null));
        }

        var (credits, available) = (items.Sum(item => item.Quote?.Credits ?? 0), account?.Available ?? 0);
        return TypedResults.Ok(new QuoteBatchResponse(items, credits, items.TrueForAll(item => item.Quote is not { Exact: false }), available, Math.Max(0, credits - available)));
    }
}
