using Kinora.Client;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/sessions").WithTags("Sessions");
        group.MapPost("", SignInAsync).WithName("signIn").WithSummary("Sign in with a one-time link's token or an API key; sets the session cookie")
            .ProducesProblems(400, 401, 403, 429).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        group.MapDelete("", SignOutAsync).WithName("signOut").WithSummary("End the session and remove its cookie")
            .ProducesProblems(403).AllowAnonymous();
    }

    private static async Task<Results<NoContent, ProblemResult>> SignInAsync(
        SignInRequest request, SignIns signIns, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Token is null == request.Key is null)
            return ProblemResult.Invalid(new FieldProblem("token", "Give exactly one of token and key.", null, ["token", "key"]));
        var key = request.Key is null ? null : await signIns.FindKeyAsync(request.Key, cancellationToken);
        if (key is not null && KeyRules.AddressRefusal(key, context.Connection.RemoteIpAddress) is { } refusal) return refusal;
        var session = request.Token is { } token ? await signIns.WithLinkAsync(token, cancellationToken)
            : key is not null ? await signIns.WithKeyAsync(key, cancellationToken)
            : null;
        if (session is null)
            return ProblemResult.Of(401, ProblemCodes.InvalidSignIn, "The link is used up or has lapsed, or the key is not known.");
        SessionCookie.Set(context, session);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(SignIns signIns, HttpContext context, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context.Request) is { } secret) await signIns.EndAsync(secret, cancellationToken);
        SessionCookie.Remove(context);
        return TypedResults.NoContent();
    }
}
