using Kinora.Core.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Server.Auth.OAuth;

/// <summary>The way to the sign-in provider and back. A visit belongs to the browser that began it, comes back once, and within 10 minutes.</summary>
internal sealed class OAuthSignIns(OAuthProvider provider, IdentityStore identities, AccountStore accounts, TimeProvider time)
{
    public static readonly TimeSpan VisitLife = TimeSpan.FromMinutes(10);

    /// <summary>Begins a visit.</summary>
    /// <param name="accountId">Who wants to link an identity; null for signing in.</param>
    /// <returns>Where the browser goes, and what its cookie keeps.</returns>
    public async Task<(string Url, string Cookie)> BeginAsync(Uri redirect, string? accountId, CancellationToken cancellationToken)
    {
        var (state, cookie, verifier) = (Secret.New(), Secret.New(), Secret.New());
        await identities.BeginAsync(new(Secret.Hash(state), Secret.Hash(cookie), verifier, accountId, time.GetUtcNow() + VisitLife), cancellationToken);
        return (provider.AuthorizeUrl(redirect, state, verifier), cookie);
    }

    /// <summary>Ends a visit.</summary>
    /// <param name="cookie">What the browser kept.</param>
    /// <param name="caller">Whose session the browser has; null for none.</param>
    public async Task<OAuthOutcome> EndAsync(OAuthReturn given, string? cookie, string? caller, Uri redirect, CancellationToken cancellationToken)
    {
        // First of all, so that nothing of it can come again.
        var visit = given.State is null ? null : await identities.EndAsync(Secret.Hash(given.State), time.GetUtcNow(), cancellationToken);
        if (visit is null || cookie is null || visit.Browser != Secret.Hash(cookie)) return new(OAuthOutcome.Lapsed);
        if (given.Error is not null) return new(given.Error == "access_denied" ? OAuthOutcome.Denied : OAuthOutcome.Failed);
        if (given.Issuer is { } issuer && issuer != provider.Options!.Issuer) return new(OAuthOutcome.Failed);
        if (given.Code is not { Length: > 0 } code) return new(OAuthOutcome.Failed);
        if (visit.AccountId is not null && visit.AccountId != caller) return new(OAuthOutcome.Lapsed);
        if (await provider.IdentifyAsync(code, visit.Verifier, redirect, cancellationToken) is not { } identity) return new(OAuthOutcome.Failed);
        return visit.AccountId is { } account ? await LinkAsync(account, identity, cancellationToken) : await SignInAsync(identity, cancellationToken);
    }

    private async Task<OAuthOutcome> LinkAsync(string accountId, SignInIdentity identity, CancellationToken cancellationToken) =>
        new(await identities.LinkAsync(accountId, identity, time.GetUtcNow(), cancellationToken) == accountId ? null : OAuthOutcome.Taken);

    private async Task<OAuthOutcome> SignInAsync(SignInIdentity identity, CancellationToken cancellationToken)
    {
        var holder = await identities.FindAsync(identity, cancellationToken);
        if (holder is null && !provider.Options!.SignUp) return new(OAuthOutcome.Unknown);
        var now = time.GetUtcNow();
        holder ??= await identities.SignUpAsync(
            new($"acc_{Guid.CreateVersion7(now):N}", identity.Name ?? provider.Options!.Name, AccountRole.User, 0, 0), identity, now, cancellationToken);
        return await accounts.FindAsync(holder, cancellationToken) is { DeactivatedAt: null } ? new(null) { SignedIn = holder } : new(OAuthOutcome.Unknown);
    }
}

/// <summary>What the provider sent the browser back with.</summary>
internal sealed record OAuthReturn(string? State, string? Code, string? Error, string? Issuer);

/// <summary>What came of a visit.</summary>
/// <param name="Fault">One of the words here, for which the sign-in page has a sentence; null when it went well.</param>
internal sealed record OAuthOutcome(string? Fault)
{
    public const string Lapsed = "lapsed", Denied = "denied", Failed = "failed", Unknown = "unknown", Taken = "taken";

    /// <summary>The account that a session is for; null when it was linked.</summary>
    public string? SignedIn { get; init; }
}
