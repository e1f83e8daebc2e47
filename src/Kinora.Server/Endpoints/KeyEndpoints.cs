using System.Security.Claims;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

/// <summary>The caller's own API keys.</summary>
internal static class KeyEndpoints
{
    private const int LongestName = 100, ShownOfKey = 10;
    private const string Start = "kin_";

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/keys").WithTags("Account").RequireAuthorization().ProducesProblems(401);
        group.MapGet("", ListAsync).WithName("listKeys").WithSummary("List the account's keys, oldest first, without telling what they are");
        group.MapPost("", AddAsync).WithName("addKey").WithSummary("Make a key, which this answer alone tells; an account may have 100")
            .ProducesProblems(400, 403, 409, 413, 415);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteKey").WithSummary("End a key at once").ProducesProblems(403, 404, 409);
    }

    /// <summary>A key as it is kept, and the secret as it is told once.</summary>
    public static (ApiKey Key, string Secret) NewKey(string name, DateTimeOffset now)
    {
        var secret = Start + Secret.New();
        return (new(Secret.Hash(secret), name, secret[..ShownOfKey], now), secret);
    }

    private static async Task<Ok<KeyPage>> ListAsync(ClaimsPrincipal caller, ApiKeyStore keys, KinoraOptions options, CancellationToken cancellationToken) =>
        TypedResults.Ok(new KeyPage([.. (await keys.ListAsync(caller.AccountId, cancellationToken)).Select(key => ToResponse(key, options))]));

    private static async Task<Results<Created<KeyResponse>, ProblemResult>> AddAsync(
        KeyRequest request, ClaimsPrincipal caller, ApiKeyStore keys, KinoraOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is not { Length: >= 1 and <= LongestName } name || name.Any(char.IsControl))
            return ProblemResult.Invalid(new FieldProblem("name", "name must have 1 to 100 characters on one line.", JsonValue.Create(request.Name?.Length), null));
        var (key, secret) = NewKey(name, time.GetUtcNow());
        return await keys.AddAsync(caller.AccountId, key, cancellationToken)
            ? TypedResults.Created("/api/account/keys", ToResponse(key, options) with { Key = secret })
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {ApiKeyStore.MostOfOne} keys. Delete one first.");
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, ApiKeyStore keys, KinoraOptions options, CancellationToken cancellationToken)
    {
        var key = (await keys.ListAsync(caller.AccountId, cancellationToken)).Find(one => one.Id == id);
        if (key is not null && IsOfSettings(key, options))
            return ProblemResult.Of(409, ProblemCodes.Conflict, $"This key is the one of {SettingNames.AdminKey}. Change it there.");
        return await keys.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();
    }

    private static KeyResponse ToResponse(ApiKey key, KinoraOptions options) =>
        new(key.Id, key.Name ?? (IsOfSettings(key, options) ? SettingNames.AdminKey : "API key"), key.CreatedAt, !IsOfSettings(key, options)) { Prefix = key.Prefix };

    private static bool IsOfSettings(ApiKey key, KinoraOptions options) => options.AdminKey is { } secret && Secret.Hash(secret) == key.Hash;
}
