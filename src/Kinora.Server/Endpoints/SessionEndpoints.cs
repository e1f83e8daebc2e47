using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;

namespace Kinora.Server.Endpoints;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/sessions").WithTags("Sessions");
        group.MapPost("", SignInAsync).WithName("signIn").WithSummary("Sign in with a name and a password, a one-time link's token or an API key; sets the session cookie")
            .ProducesProblems(400, 401, 403, 429).AllowAnonymous().WithMetadata(SignInLimit.Counts);
        group.MapDelete("", SignOutAsync).WithName("signOut").WithSummary("End the session and remove its cookie")
            .ProducesProblems(403).AllowAnonymous();
    }

    private static async Task<Results<NoContent, ProblemResult>> SignInAsync(
        SignInRequest request, SignIns signIns, PasswordSignIns passwords, HttpContext context, CancellationToken cancellationToken)
    {
        var byName = request.Name is not null || request.Password is not null;
        if ((request.Token is null ? 0 : 1) + (request.Key is null ? 0 : 1) + (byName ? 1 : 0) != 1 || request.Name is null != request.Password is null)
            return ProblemResult.Invalid(new FieldProblem("token", "Give exactly one of token, key, or name and password together.", null, ["token", "key", "name and password"]));
        var agent = context.Request.Headers.UserAgent.ToString();
        string? session = null;
        if (request.Token is { } token)
        {
            session = await signIns.WithLinkAsync(token, agent, cancellationToken);
        }
        else if (request.Key is { } key)
        {
            var found = await signIns.FindKeyAsync(key, cancellationToken);
            if (found is not null && KeyRules.AddressRefusal(found, context.Connection.RemoteIpAddress) is { } refusal) return refusal;
            if (found is not null) session = await signIns.WithKeyAsync(found, agent, cancellationToken);
        }
        else if (request.Password!.Length <= PasswordPolicy.Longest)
        {
            var outcome = await passwords.CheckAsync(request.Name!, request.Password, context.Connection.RemoteIpAddress, cancellationToken);
            if (outcome.Wait is { } wait) return TooMany(wait);
            if (outcome.AccountId is { } account) session = await signIns.NewSessionAsync(account, SignInMethod.Password, agent, cancellationToken);
        }

        if (session is null)
        {
            return ProblemResult.Of(
                401, ProblemCodes.InvalidSignIn, byName ? "The name and the password do not fit together." : "The link is used up or has lapsed, or the key is not known.");
        }

        SessionCookie.Set(context, session);
        return TypedResults.NoContent();
    }

    /// <summary>Too many passwords were wrong; this one was not looked at.</summary>
    public static ProblemResult TooMany(TimeSpan wait)
    {
        var sentence = $"Too many wrong passwords came for this name or from this address. Wait {Math.Ceiling(wait.TotalMinutes)} min.";
        return new(ProblemResult.Of(429, ProblemCodes.TooManyRequests, sentence).Value) { RetryAfter = wait };
    }

    private static async Task<NoContent> SignOutAsync(SignIns signIns, HttpContext context, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context.Request) is { } secret) await signIns.EndAsync(secret, cancellationToken);
        SessionCookie.Remove(context);
        return TypedResults.NoContent();
    }
}
