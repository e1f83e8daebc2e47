using Kinora.Core.Accounts;
using Kinora.Server.Problems;

namespace Kinora.Server.Auth;

/// <summary>Refuses changes that another site's page asks for with the cookie of a person who is signed in here.</summary>
internal sealed class CrossSite(RequestDelegate next, KinoraOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        IsSafe(context.Request.Method) || !NeedsProof(context) || IsSameSite(context.Request)
            ? next(context)
            : ProblemResult.Of(403, ProblemCodes.CrossSite, "A change with the session cookie must come from the studio's own pages.").ExecuteAsync(context);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Signing in has no cookie yet; a browser that says where it comes from must come from here all the same.
    private static bool NeedsProof(HttpContext context) =>
        context.User.Identity?.AuthenticationType == nameof(CredentialKind.Session)
        || (context.Request.Path.StartsWithSegments("/api/sessions")
            && (context.Request.Headers.Origin.Count > 0 || SessionCookie.Read(context.Request) is not null));

    private bool IsSameSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && (origin.Authority == options.PublicUrl?.Authority
                // As it was sent: reading it as a host fails on some that are none.
                || (Uri.TryCreate($"{request.Scheme}://{request.Headers.Host}", UriKind.Absolute, out var own) && origin.Authority == own.Authority));
    }
}
