using System.Text.Encodings.Web;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kinora.Server.Auth;

/// <summary>Knows callers by API key (bearer) or by the studio's session cookie. A key that is given and wrong is not made good by a cookie.</summary>
internal sealed class KeyOrSessionHandler(
    AccountStore accounts, RateLimits rates, KeyUse use, TimeProvider time, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Kinora";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await FindAsync(CredentialKind.ApiKey, authorization[Bearer.Length..].Trim())
                : AuthenticateResult.Fail("The Authorization header is not a bearer key.");
        }

        return SessionCookie.Read(Request) is { } session ? await FindAsync(CredentialKind.Session, session) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemResult.Of(401, ProblemCodes.Unauthorized, "Send an API key as `Authorization: Bearer <key>`, or sign in to the studio.")
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemResult.Of(403, ProblemCodes.Forbidden, "This account is not an administrator.").ExecuteAsync(Context);

    private async Task<AuthenticateResult> FindAsync(CredentialKind kind, string secret)
    {
        var hash = Secret.Hash(secret);
        if (rates.Ignores(hash, Context.Connection.RemoteIpAddress)) return AuthenticateResult.Fail("Too many wrong credentials came from this address.");
        var found = await accounts.FindCredentialAsync(kind, hash, time.GetUtcNow(), Context.RequestAborted);
        if (found is null) return AuthenticateResult.Fail("The credential is not known or has lapsed.");
        use.Note(found);
        return AuthenticateResult.Success(new(new(new CallerIdentity(found)), Scheme.Name));
    }
}
