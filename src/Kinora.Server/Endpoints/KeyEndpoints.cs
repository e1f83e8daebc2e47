using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Settings;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>The caller's own API keys.</summary>
internal static class KeyEndpoints
{
    private const int ShownOfKey = 10;
    private const string Start = "kin_";

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/keys").WithTags("Account").RequireAuthorization().ProducesProblems(401, 403);
        group.MapGet("", ListAsync).WithName("listKeys")
            .WithSummary("List the account's keys, oldest first, with what each is held to and has spent, without telling what they are");
        group.MapPost("", AddAsync).WithName("addKey").WithSummary("Make a key, which this answer alone tells; an account may have 100")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(400, 409, 413, 415);
        group.MapPatch("/{id}", ChangeAsync).WithName("changeKey").WithSummary("Name a key anew, or change what it is held to; it holds at once, also for its sessions")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(400, 404, 409, 413, 415);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteKey").WithSummary("End a key at once, and the sessions that it began")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(404, 409);
    }

    /// <summary>A key as it is kept, and the secret as it is told once.</summary>
    public static (ApiKey Key, string Secret) NewKey(string name, KeyLimits limits, DateTimeOffset now)
    {
        var secret = Start + Secret.New();
        return (new(Secret.Hash(secret), name, secret[..ShownOfKey], now) { Limits = limits }, secret);
    }

    private static async Task<Ok<KeyPage>> ListAsync(
        ClaimsPrincipal caller, ApiKeyStore keys, AccountStore accounts, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var role = await RoleAsync(caller, accounts, cancellationToken);
        return TypedResults.Ok(new KeyPage([.. (await keys.ListAsync(caller.AccountId, time.GetUtcNow(), cancellationToken)).Select(key => key.ToResponse(role, options))]));
    }

    private static async Task<Results<Created<KeyResponse>, ProblemResult>> AddAsync(
        KeyRequest request, ClaimsPrincipal caller, ApiKeyStore keys, AccountStore accounts, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var (role, now) = (await RoleAsync(caller, accounts, cancellationToken), time.GetUtcNow());
        var form = new KeyForm(role, now);
        var (name, limits) = form.Read(request);
        if (form.Faults.Count > 0) return ProblemResult.Invalid(form.Faults);
        var (key, secret) = NewKey(name, limits, now);
        return await keys.AddAsync(caller.AccountId, key, cancellationToken)
            ? TypedResults.Created("/api/account/keys", key.ToResponse(role, options) with { Key = secret })
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {ApiKeyStore.MostOfOne} keys. Delete one first.");
    }

    private static async Task<Results<Ok<KeyResponse>, ProblemResult>> ChangeAsync(
        string id, KeyChangeRequest request, ClaimsPrincipal caller, ApiKeyStore keys, AccountStore accounts, KinoraOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (role, now) = (await RoleAsync(caller, accounts, cancellationToken), time.GetUtcNow());
        var form = new KeyForm(role, now);
        var change = form.Read(request);
        if (form.Faults.Count > 0) return ProblemResult.Invalid(form.Faults);
        if (await keys.FindAsync(caller.AccountId, id, cancellationToken) is { } before && before.IsOfSettings(options)) return OfSettings();
        if (await keys.ChangeAsync(caller.AccountId, id, change, now, cancellationToken) is null) return ProblemResult.NotFound();
        return (await keys.ListAsync(caller.AccountId, now, cancellationToken)).Find(one => one.Id == id) is { } key
            ? TypedResults.Ok(key.ToResponse(role, options))
            : ProblemResult.NotFound();
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, ApiKeyStore keys, KinoraOptions options, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(caller.AccountId, id, cancellationToken) is { } key && key.IsOfSettings(options)) return OfSettings();
        return await keys.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();
    }

    private static async Task<AccountRole> RoleAsync(ClaimsPrincipal caller, AccountStore accounts, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(caller.AccountId, cancellationToken))?.Role ?? AccountRole.User;

    private static ProblemResult OfSettings() => ProblemResult.Of(409, ProblemCodes.Conflict, $"This key is the one of {SettingNames.AdminKey}. Change it there.");
}
