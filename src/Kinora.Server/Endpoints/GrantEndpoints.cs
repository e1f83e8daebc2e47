using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Credits;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class GrantEndpoints
{
    private const long MaxCredits = 1_000_000_000;
    private const int MaxReason = 200;

    public static void MapGrants(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/admin/accounts/{id}/grants", GrantAsync).WithTags("Administration").WithName("grantCredits")
            .WithSummary("Give credits to an account")
            .ProducesProblems(400, 401, 403, 404).RequireAuthorization(AdminPolicy.Name);

    private static async Task<Results<Created<LedgerEntryResponse>, ProblemResult>> GrantAsync(
        string id, GrantRequest request, AccountStore accounts, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Faults(request).ToArray() is { Length: > 0 } faults) return ProblemResult.Invalid(faults);
        var grant = LedgerEntry.Grant(id, request.Credits, time.GetUtcNow(), request.Reason.Trim());
        return await accounts.GrantAsync(grant, cancellationToken)
            ? TypedResults.Created("/api/account/ledger", grant.ToResponse())
            : ProblemResult.NotFound("There is no account with this id.");
    }

    private static IEnumerable<FieldProblem> Faults(GrantRequest request)
    {
        if (request.Credits is < 1 or > MaxCredits)
            yield return new("credits", "credits must be a whole number from 1 to 1,000,000,000.", request.Credits, ["1 to 1000000000"]);
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > MaxReason)
            yield return new("reason", "reason must have 1 to 200 characters.", JsonValue.Create(request.Reason.Length), null);
    }
}
