using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Auth.OAuth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;

namespace Kinora.Server.Endpoints;

/// <summary>How the caller's own account is signed in to: password, sessions, identities. All that changes it wants a key without limits, or a session that none began.</summary>
internal static class AccountSignInEndpoints
{
    public static void MapAccountSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account").WithTags("Account").RequireAuthorization().ProducesProblems(401, 403);
        group.MapGet("/sign-in", GetAsync).WithName("getAccountSignIn").WithSummary("Read the account's sign-in name and its identities at the sign-in provider");
        group.MapPut("/password", SetPasswordAsync).WithName("setPassword")
            .WithSummary("Set the sign-in name and password; ends the account's other sessions and its sign-in links")
            .WithMetadata(KeyNeeds.WholeKey, SignInLimit.Counts).ProducesProblems(400, 409, 413, 415, 429);
        group.MapGet("/sessions", ListSessionsAsync).WithName("listSessions").WithSummary("List the browsers that are signed in to the account, newest first");
        group.MapDelete("/sessions", EndOthersAsync).WithName("endOtherSessions").WithSummary("End all sessions but the caller's, and the account's sign-in links")
            .WithMetadata(KeyNeeds.WholeKey);
        group.MapDelete("/sessions/{id}", EndAsync).WithName("endSession").WithSummary("End a session at once").WithMetadata(KeyNeeds.WholeKey).ProducesProblems(404);
        group.MapPost("/identities/link", LinkAsync).WithName("linkIdentity")
            .WithSummary("Begin to link an identity at the sign-in provider; the browser goes to the answer's address and comes back")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(404, 409);
        group.MapDelete("/identities/{id}", UnlinkAsync).WithName("unlinkIdentity").WithSummary("Take an identity from the account, unless nothing else is left to sign in with")
            .WithMetadata(KeyNeeds.WholeKey).ProducesProblems(404, 409);
    }

    private static async Task<Ok<AccountSignInResponse>> GetAsync(
        ClaimsPrincipal caller, PasswordStore passwords, IdentityStore identities, SignIns signIns, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AccountSignInResponse(
            (await passwords.OfAsync(caller.AccountId, cancellationToken))?.Name,
            !signIns.IsFresh(caller.Credential),
            [
                .. (await identities.ListAsync(caller.AccountId, cancellationToken))
                    .Select(one => new IdentityResponse(one.Identity.Id, one.Identity.Issuer, one.Identity.Name, one.LinkedAt)),
            ]));

    private static async Task<Results<NoContent, ProblemResult>> SetPasswordAsync(
        PasswordRequest request, ClaimsPrincipal caller, PasswordSetter setter, HttpContext context, CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress;
        return await setter.SetAsync(caller.Credential, request.Name, request.Password ?? "", request.Current, address, cancellationToken) switch
        {
            PasswordSetting.Done => TypedResults.NoContent(),
            PasswordSetting.NameRefused => ProblemResult.Invalid(
                new FieldProblem("name", "name must have 3 to 254 letters, digits or the signs .-_+@'", request.Name, null)),
            PasswordSetting.PasswordRefused refused => ProblemResult.Invalid(
                new FieldProblem("password", refused.Fault, JsonValue.Create(request.Password?.Length ?? 0), null)),
            PasswordSetting.ProofMissing { ByPassword: true } => NeedsProof("Give the password before as current, or sign in by a link first."),
            PasswordSetting.ProofMissing => NeedsProof("Sign in by a link first: within 10 minutes after that a password can be set."),
            PasswordSetting.ProofWrong => NeedsProof("The password before is not the one given."),
            PasswordSetting.TooMany many => SessionEndpoints.TooMany(many.Wait),
            _ => ProblemResult.Of(409, ProblemCodes.Conflict, "Another account signs in by this name. Choose another.").About("name"),
        };
    }

    private static async Task<Ok<SessionPage>> ListSessionsAsync(ClaimsPrincipal caller, SessionStore sessions, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SessionPage(
        [
            .. (await sessions.ListAsync(caller.AccountId, time.GetUtcNow(), cancellationToken))
                .Select(one => new SessionResponse(one.Id, one.CreatedAt, one.ExpiresAt, Word(one.Method), one.Agent, one.Hash == caller.SessionHash)),
        ]));

    private static async Task<NoContent> EndOthersAsync(ClaimsPrincipal caller, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.RemoveOthersAsync(caller.AccountId, caller.SessionHash, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemResult>> EndAsync(string id, ClaimsPrincipal caller, SessionStore sessions, CancellationToken cancellationToken) =>
        await sessions.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static async Task<Results<Ok<IdentityLinkResponse>, ProblemResult>> LinkAsync(
        ClaimsPrincipal caller, OAuthProvider provider, OAuthSignIns signIns, KinoraOptions options, HttpContext context, CancellationToken cancellationToken)
    {
        if (provider.Options is null) return ProblemResult.NotFound("This server has no sign-in provider.");
        if (caller.Credential is not { Kind: CredentialKind.Session, KeyHash: null })
            return ProblemResult.Of(409, ProblemCodes.Conflict, "An identity is linked in a browser. Sign in to the studio by a link or a password.");
        return TypedResults.Ok(new IdentityLinkResponse(new(await SignInEndpoints.LeaveAsync(context, signIns, options, caller.AccountId, cancellationToken))));
    }

    private static async Task<Results<NoContent, ProblemResult>> UnlinkAsync(string id, ClaimsPrincipal caller, IdentityStore identities, CancellationToken cancellationToken)
    {
        if (await identities.UnlinkAsync(caller.AccountId, id, cancellationToken)) return TypedResults.NoContent();
        return (await identities.ListAsync(caller.AccountId, cancellationToken)).Exists(one => one.Identity.Id == id)
            ? ProblemResult.Of(409, ProblemCodes.Conflict, "Nothing else is left to sign in with. Set a password first.")
            : ProblemResult.NotFound();
    }

    private static ProblemResult NeedsProof(string sentence) => ProblemResult.Of(403, ProblemCodes.ProofNeeded, sentence).About("current");

    private static string? Word(SignInMethod? method) => method switch
    {
        SignInMethod.Link => "link",
        SignInMethod.Key => "key",
        SignInMethod.Password => "password",
        SignInMethod.Provider => "oauth",
        _ => null,
    };
}
