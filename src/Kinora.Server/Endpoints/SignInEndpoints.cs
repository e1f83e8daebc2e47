using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Server.Auth;
using Kinora.Server.Auth.OAuth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>What there is to sign in with, and the way to the operator's provider and back.</summary>
internal static class SignInEndpoints
{
    private const string Cookie = "kinora_oauth", Here = "/api/sign-in/oauth", Back = Here + "/callback";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/sign-in").WithTags("Sessions").AllowAnonymous();
        group.MapGet("", Ways).WithName("getSignInWays").WithSummary("How people may sign in to this server");
        group.MapGet("/oauth", BeginAsync).WithName("beginOAuth").WithSummary("Send the browser to the operator's sign-in provider")
            .WithMetadata(new ProducesResponseTypeMetadata(302), SignInLimit.Counts).ProducesProblems(404, 429);
        group.MapGet("/oauth/callback", EndAsync).WithName("endOAuth")
            .WithSummary("Where the provider sends the browser back: to the studio with a session, or to its sign-in page with a fault")
            .WithMetadata(new ProducesResponseTypeMetadata(302), SignInLimit.Counts).ProducesProblems(404, 429);
    }

    /// <summary>Begins a visit to the provider: the browser gets the cookie that it must come back with.</summary>
    /// <param name="accountId">Who links an identity; null for signing in.</param>
    public static async Task<string> LeaveAsync(HttpContext context, OAuthSignIns signIns, KinoraOptions options, string? accountId, CancellationToken cancellationToken)
    {
        var back = PublicAddress.Of(context.Request, options, Back);
        var (url, cookie) = await signIns.BeginAsync(back, accountId, cancellationToken);
        context.Response.Cookies.Append(Cookie, cookie, Options(back, OAuthSignIns.VisitLife));
        context.Response.Headers.CacheControl = "no-store";
        return url;
    }

    private static Ok<SignInWaysResponse> Ways(OAuthProvider provider) => TypedResults.Ok(new SignInWaysResponse(
        provider.Options is null ? ["password", "key", "link"] : ["password", "key", "link", "oauth"], provider.Options?.Name));

    private static async Task<Results<RedirectHttpResult, ProblemResult>> BeginAsync(
        OAuthProvider provider, OAuthSignIns signIns, KinoraOptions options, HttpContext context, CancellationToken cancellationToken) =>
        provider.Options is null ? NoProvider() : TypedResults.Redirect(await LeaveAsync(context, signIns, options, accountId: null, cancellationToken));

    private static async Task<Results<RedirectHttpResult, ProblemResult>> EndAsync(
        [AsParameters] OAuthQuery query, ClaimsPrincipal caller, OAuthProvider provider, OAuthSignIns signIns, SignIns sessions, KinoraOptions options, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (provider.Options is null) return NoProvider();
        var back = PublicAddress.Of(context.Request, options, Back);
        var browser = (caller.Identity as CallerIdentity)?.Credential is { Kind: CredentialKind.Session, KeyHash: null } session ? session.AccountId : null;
        var outcome = await signIns.EndAsync(new(query.State, query.Code, query.Error, query.Iss), context.Request.Cookies[Cookie], browser, back, cancellationToken);
        context.Response.Cookies.Delete(Cookie, Options(back, null));
        context.Response.Headers.CacheControl = "no-store";
        if (outcome.SignedIn is { } account)
        {
            var secret = await sessions.NewSessionAsync(account, SignInMethod.Provider, context.Request.Headers.UserAgent, cancellationToken);
            SessionCookie.Set(context, secret, secure: back.Scheme == Uri.UriSchemeHttps);
        }

        // Nothing that came along decides where the browser goes.
        return TypedResults.Redirect(outcome.Fault is { } fault ? "/sign-in?fault=" + fault : "/");
    }

    private static CookieOptions Options(Uri back, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = back.Scheme == Uri.UriSchemeHttps, Path = Here, MaxAge = life,
    };

    private static ProblemResult NoProvider() => ProblemResult.NotFound("This server has no sign-in provider. Sign in with a name, a key or a link.");
}

/// <summary>What the provider sends along.</summary>
internal sealed record OAuthQuery
{
    /// <summary>What the visit began with.</summary>
    [FromQuery(Name = "state")] public string? State { get; init; }

    /// <summary>What is exchanged for the person.</summary>
    [FromQuery(Name = "code")] public string? Code { get; init; }

    /// <summary>Why there is no code.</summary>
    [FromQuery(Name = "error")] public string? Error { get; init; }

    /// <summary>Who sends it, where the provider says so (RFC 9207).</summary>
    [FromQuery(Name = "iss")] public string? Iss { get; init; }
}
