using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Administrators look at accounts and make them.</summary>
internal static class AccountAdminEndpoints
{
    private const int LongestName = 100, MostGenerations = 1_000_000;
    private static readonly string[] Limits = ["maxConcurrent", "dailyGenerations"];

    public static void MapAccountAdmin(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/accounts").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", ListAsync).WithName("listAccounts").WithSummary("All accounts, by their ids").ProducesProblems(400);
        group.MapPost("", AddAsync).WithName("addAccount").WithSummary("Make an account with a key, which this answer alone tells")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(400, 413, 415);
        group.MapGet("/{id}", GetAsync).WithName("getAccountById").WithSummary("One account").ProducesProblems(404);
        group.MapPatch("/{id}", LimitAsync).WithName("limitAccount")
            .WithSummary("Set how many generations an account may have at providers at once and in a day, or whether it may be used").ProducesProblems(400, 404, 409, 413, 415);
        group.MapPost("/{id}/sign-in-link", LinkAsync).WithName("addSignInLink")
            .WithSummary("Make a link by which the account's owner signs in once, within 24 hours; this answer alone tells it")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(404, 409);
    }

    private static async Task<Results<Ok<AccountPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, AccountStore accounts, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        var found = await accounts.ListAsync(page.Cursor, page.Size + 1, cancellationToken);
        var seen = found.Count > 0 ? await accounts.SeenAsync(found[0].Id, found[^1].Id, cancellationToken) : new Dictionary<string, DateTimeOffset>();
        return TypedResults.Ok(new AccountPage(
            [.. found.Take(page.Size).Select(account => account.ToEntry(options, time.GetUtcNow(), Seen(seen, account.Id)))],
            found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<AccountEntry>, ProblemResult>> GetAsync(
        string id, AccountStore accounts, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        await accounts.FindAsync(id, cancellationToken) is { } account
            ? TypedResults.Ok(account.ToEntry(options, time.GetUtcNow(), Seen(await accounts.SeenAsync(id, id, cancellationToken), id)))
            : NotFound();

    private static async Task<Results<Ok<AccountEntry>, ProblemResult>> LimitAsync(
        string id, AccountChangeRequest request, ClaimsPrincipal caller, AccountStore accounts, KinoraOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var clear = request.Clear ?? [];
        FieldProblem?[] faults =
        [
            request.MaxConcurrent is null or (>= 1 and <= MostGenerations)
                ? null : new("maxConcurrent", "maxConcurrent must be a whole number from 1 to 1,000,000.", request.MaxConcurrent, ["1 to 1000000"]),
            request.DailyGenerations is null or (>= 0 and <= MostGenerations)
                ? null : new("dailyGenerations", "dailyGenerations must be a whole number from 0 to 1,000,000.", request.DailyGenerations, ["0 to 1000000"]),
            clear.All(Limits.Contains)
                ? null : new("clear", $"clear must name limits: {string.Join(", ", Limits)}.", clear.FirstOrDefault(name => !Limits.Contains(name)), Limits),
        ];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        if (request.Active is false && (id == Owner.Id || id == caller.AccountId))
            return ProblemResult.Of(409, ProblemCodes.Conflict, "The owner's account, and the one that you use, stay active.");
        var account = await accounts.LimitAsync(
            id,
            before => new(
                request.MaxConcurrent ?? (clear.Contains(Limits[0]) ? null : before.MaxConcurrent),
                request.DailyGenerations ?? (clear.Contains(Limits[1]) ? null : before.DailyGenerations)),
            cancellationToken);
        if (request.Active is { } active) account = await accounts.ActivateAsync(id, active, time.GetUtcNow(), cancellationToken);
        return account is null ? NotFound() : TypedResults.Ok(account.ToEntry(options, time.GetUtcNow(), Seen(await accounts.SeenAsync(id, id, cancellationToken), id)));
    }

    private static async Task<Results<Created<AccountEntry>, ProblemResult>> AddAsync(
        NewAccountRequest request, AccountStore accounts, ApiKeyStore keys, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
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
        var (key, secret) = KeyEndpoints.NewKey("First key", KeyLimits.None, now);

        // The key last: an account that nobody can use does no harm.
        await accounts.CreateAsync(account, credits > 0 ? LedgerEntry.Grant(account.Id, credits, now, "First grant") : null, cancellationToken);
        await keys.AddAsync(account.Id, key, cancellationToken);
        return TypedResults.Created($"/api/admin/accounts/{account.Id}", account.ToEntry(options, now) with { Key = secret });
    }

    private static async Task<Results<Ok<SignInLinkResponse>, ProblemResult>> LinkAsync(
        string id, HttpContext context, AccountStore accounts, SignIns signIns, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(id, cancellationToken) is not { } account) return NotFound();
        if (account.DeactivatedAt is not null) return ProblemResult.Of(409, ProblemCodes.Conflict, "The account is deactivated. Set active to true first.");
        var (url, now) = (PublicAddress.Of(context.Request, options, "/sign-in"), time.GetUtcNow());
        return TypedResults.Ok(new SignInLinkResponse(new(url, "?token=" + await signIns.NewLinkAsync(id, cancellationToken)), now + SignIns.LinkLife));
    }

    private static DateTimeOffset? Seen(IReadOnlyDictionary<string, DateTimeOffset> seen, string id) => seen.TryGetValue(id, out var at) ? at : null;

    private static ProblemResult NotFound() => ProblemResult.NotFound("There is no account with this id.");
}
