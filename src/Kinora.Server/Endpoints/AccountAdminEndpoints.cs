using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
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

/// <summary>Administrators look at accounts and make them.</summary>
internal static class AccountAdminEndpoints
{
    private const int LongestName = 100;

    public static void MapAccountAdmin(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/accounts").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", ListAsync).WithName("listAccounts").WithSummary("All accounts, by their ids").ProducesProblems(400);
        group.MapPost("", AddAsync).WithName("addAccount").WithSummary("Make an account with a key, which this answer alone tells").ProducesProblems(400, 413, 415);
        group.MapGet("/{id}", GetAsync).WithName("getAccountById").WithSummary("One account").ProducesProblems(404);
    }

    private static async Task<Results<Ok<AccountPage>, ProblemResult>> ListAsync([AsParameters] PageQuery page, AccountStore accounts, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        var found = await accounts.ListAsync(page.Cursor, page.Size + 1, cancellationToken);
        return TypedResults.Ok(new AccountPage([.. found.Take(page.Size).Select(account => account.ToEntry())], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<AccountEntry>, ProblemResult>> GetAsync(string id, AccountStore accounts, CancellationToken cancellationToken) =>
        await accounts.FindAsync(id, cancellationToken) is { } account ? TypedResults.Ok(account.ToEntry()) : ProblemResult.NotFound("There is no account with this id.");

    private static async Task<Results<Created<AccountEntry>, ProblemResult>> AddAsync(
        NewAccountRequest request, AccountStore accounts, ApiKeyStore keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var (name, credits, now) = (request.Name?.Trim() ?? "", request.Credits ?? 0, time.GetUtcNow());
        FieldProblem?[] faults =
        [
            name.Length is >= 1 and <= LongestName && !name.Any(char.IsControl)
                ? null : new("name", "name must have 1 to 100 characters on one line.", JsonValue.Create(name.Length), null),
            request.Role is null or "user" or "admin" ? null : new("role", "role must be user or admin.", request.Role, ["user", "admin"]),
            credits is >= 0 and <= CreditEndpoints.MaxCredits
                ? null : new("credits", "credits must be a whole number from 0 to 1,000,000,000.", request.Credits, ["0 to 1000000000"]),
        ];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        var account = new Account($"acc_{Guid.CreateVersion7(now):N}", name, request.Role is "admin" ? AccountRole.Admin : AccountRole.User, credits, 0);
        var (key, secret) = KeyEndpoints.NewKey("First key", now);

        // The key last: an account that nobody can use does no harm.
        await accounts.CreateAsync(account, credits > 0 ? LedgerEntry.Grant(account.Id, credits, now, "First grant") : null, cancellationToken);
        await keys.AddAsync(account.Id, key, cancellationToken);
        return TypedResults.Created($"/api/admin/accounts/{account.Id}", account.ToEntry() with { Key = secret });
    }
}
