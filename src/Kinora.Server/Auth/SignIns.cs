using Kinora.Core.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Server.Auth;

/// <summary>Makes and ends sessions. Secrets leave this class once, when they are made; the store knows only their hashes.</summary>
internal sealed class SignIns(AccountStore accounts, TimeProvider time)
{
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>Makes the token of a link that is good for one sign-in.</summary>
    public Task<string> NewLinkAsync(string accountId, CancellationToken cancellationToken) =>
        NewAsync(CredentialKind.SignInLink, accountId, LinkLife, cancellationToken);

    /// <summary>Uses a link up; answers the secret of the new session, or null when the link is not good.</summary>
    public async Task<string?> WithLinkAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        var link = await accounts.FindCredentialAsync(CredentialKind.SignInLink, hash, time.GetUtcNow(), cancellationToken);
        if (link is null) return null;
        // Two tabs may come with the same link: the one that removes it wins.
        if (!await accounts.RemoveCredentialAsync(CredentialKind.SignInLink, hash, cancellationToken)) return null;
        return await NewAsync(CredentialKind.Session, link.AccountId, SessionLife, cancellationToken);
    }

    /// <summary>The key, as it is known; null when it is not.</summary>
    public Task<Credential?> FindKeyAsync(string key, CancellationToken cancellationToken) =>
        accounts.FindCredentialAsync(CredentialKind.ApiKey, Secret.Hash(key), time.GetUtcNow(), cancellationToken);

    /// <summary>Answers the secret of a new session, which ends with the key and may do no more than it.</summary>
    public Task<string> WithKeyAsync(Credential key, CancellationToken cancellationToken) =>
        NewAsync(CredentialKind.Session, key.AccountId, SessionLife, cancellationToken, key.Hash);

    public Task EndAsync(string session, CancellationToken cancellationToken) =>
        accounts.RemoveCredentialAsync(CredentialKind.Session, Secret.Hash(session), cancellationToken);

    private async Task<string> NewAsync(CredentialKind kind, string accountId, TimeSpan life, CancellationToken cancellationToken, string? keyHash = null)
    {
        var secret = Secret.New();
        var now = time.GetUtcNow();
        await accounts.SaveCredentialAsync(new(kind, Secret.Hash(secret), accountId, now, now + life) { KeyHash = keyHash }, cancellationToken);
        return secret;
    }
}
