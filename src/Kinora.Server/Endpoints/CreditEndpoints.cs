using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Credits;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class CreditEndpoints
{
    public const long MaxCredits = 1_000_000_000;
    private const int MaxReason = 200;

    public static void MapCredits(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/accounts/{id}").WithTags("Administration").ProducesProblems(400, 401, 403, 404)
            .RequireAuthorization(AdminPolicy.Name);
        group.MapGet("/grants", ListAsync).WithName("listGrants").WithSummary("List what administrators gave an account and took back, newest first");
        group.MapPost("/grants", GrantAsync).WithName("grantCredits").WithSummary("Give credits to an account");
        group.MapPost("/adjustments", AdjustAsync).WithName("adjustCredits")
            .WithSummary("Correct the credits of an account, up or down; it may be left with less than nothing");
    }

    private static async Task<Results<Ok<LedgerPage>, ProblemResult>> ListAsync(
        string id, [AsParameters] PageQuery page, AccountStore accounts, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.TryReadNumber(page.Cursor, out var before)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (await accounts.FindAsync(id, cancellationToken) is null) return ProblemResult.NotFound("There is no account with this id.");
        return TypedResults.Ok((await accounts.GrantsAsync(id, before, page.Size + 1, cancellationToken)).ToPage(page.Size));
    }

    private static Task<Results<Created<LedgerEntryResponse>, ProblemResult>> GrantAsync(
        string id, GrantRequest request, AccountStore accounts, TimeProvider time, CancellationToken cancellationToken) => PostAsync(
        LedgerEntry.Grant(id, request.Credits, time.GetUtcNow(), request.Reason.Trim()),
        request.Credits is < 1 or > MaxCredits
            ? new("credits", "credits must be a whole number from 1 to 1,000,000,000.", request.Credits, ["1 to 1000000000"])
            : null,
        accounts, cancellationToken);

    private static Task<Results<Created<LedgerEntryResponse>, ProblemResult>> AdjustAsync(
        string id, AdjustmentRequest request, AccountStore accounts, TimeProvider time, CancellationToken cancellationToken) => PostAsync(
        LedgerEntry.Adjustment(id, request.Credits, time.GetUtcNow(), request.Reason.Trim()),
        request.Credits is 0 or > MaxCredits or < -MaxCredits
            ? new("credits", "credits must be a whole number from -1,000,000,000 to 1,000,000,000, and not 0.", request.Credits, ["-1000000000 to 1000000000"])
            : null,
        accounts, cancellationToken);

    private static async Task<Results<Created<LedgerEntryResponse>, ProblemResult>> PostAsync(
        LedgerEntry entry, FieldProblem? fault, AccountStore accounts, CancellationToken cancellationToken)
    {
        FieldProblem?[] faults = [fault, ReasonFault(entry.Note!)];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        return await accounts.PostAsync(entry, cancellationToken)
            ? TypedResults.Created("/api/account/ledger", entry.ToResponse())
            : ProblemResult.NotFound("There is no account with this id.");
    }

    private static FieldProblem? ReasonFault(string reason) => reason.Length is > 0 and <= MaxReason
        ? null
        : new("reason", "reason must have 1 to 200 characters.", JsonValue.Create(reason.Length), null);
}
