using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account").WithTags("Account").RequireAuthorization().ProducesProblems(401);
        group.MapGet("", GetAsync).WithName("getAccount").WithSummary("Read the account and its credits");
        group.MapGet("/ledger", LedgerAsync).WithName("listLedger").WithSummary("List every change of the account's credits, newest first")
            .ProducesProblems(400);
    }

    private static async Task<Results<Ok<AccountResponse>, ProblemResult>> GetAsync(
        ClaimsPrincipal caller, AccountStore accounts, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        await accounts.FindAsync(caller.AccountId, cancellationToken) is { } account
            ? TypedResults.Ok(account.ToResponse(options, time.GetUtcNow()))
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<LedgerPage>, ProblemResult>> LedgerAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, AccountStore accounts, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.TryReadNumber(page.Cursor, out var before)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        var entries = await accounts.LedgerAsync(caller.AccountId, before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(entries.ToPage(page.Size));
    }
}
