using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Hosting;

namespace Kinora.Server.Auth;

/// <summary>Makes and ends sessions. Secrets leave this class once, when they are made; the store knows only their hashes.</summary>
internal sealed class SignIns(AccountStore accounts, RecoveryLink recovery, TimeProvider time)
{
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>How long after such a sign-in its session may set a password without the one before.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private const int LongestAgent = 200;

    /// <summary>Makes the token of a link that is good for one sign-in.</summary>
    public async Task<string> NewLinkAsync(string accountId, CancellationToken cancellationToken)
    {
        var (secret, now) = (Secret.New(), time.GetUtcNow());
        await accounts.SaveCredentialAsync(new(CredentialKind.SignInLink, Secret.Hash(secret), accountId, now, now + LinkLife), cancellationToken);
        return secret;
    }

    /// <summary>Uses a link up; answers the secret of the new session, or null when the link is not good.</summary>
    public async Task<string?> WithLinkAsync(string token, string? agent, CancellationToken cancellationToken)
    {
        var hash = Secret.Hash(token);
        var link = await accounts.FindCredentialAsync(CredentialKind.SignInLink, hash, time.GetUtcNow(), cancellationToken);
        if (link is null) return recovery.Take(token) ? await NewSessionAsync(Owner.Id, SignInMethod.Link, agent, cancellationToken) : null;
        // Two tabs may come with the same link: the one that removes it wins.
        if (!await accounts.RemoveCredentialAsync(CredentialKind.SignInLink, hash, cancellationToken)) return null;
        return await NewSessionAsync(link.AccountId, SignInMethod.Link, agent, cancellationToken);
    }

    /// <summary>The key, as it is known; null when it is not.</summary>
    public Task<Credential?> FindKeyAsync(string key, CancellationToken cancellationToken) =>
        accounts.FindCredentialAsync(CredentialKind.ApiKey, Secret.Hash(key), time.GetUtcNow(), cancellationToken);

    /// <summary>Answers the secret of a new session, which ends with the key and may do no more than it.</summary>
    public Task<string> WithKeyAsync(Credential key, string? agent, CancellationToken cancellationToken) =>
        NewSessionAsync(key.AccountId, SignInMethod.Key, agent, cancellationToken, key.Hash);

    /// <summary>Answers the secret of a new session of somebody who has proven who they are.</summary>
    /// <param name="agent">What the browser calls itself.</param>
    public async Task<string> NewSessionAsync(
        string accountId, SignInMethod method, string? agent, CancellationToken cancellationToken, string? keyHash = null)
    {
        var (secret, now) = (Secret.New(), time.GetUtcNow());
        await accounts.SaveCredentialAsync(
            new(CredentialKind.Session, Secret.Hash(secret), accountId, now, now + SessionLife) { KeyHash = keyHash, Method = method, Agent = Line(agent) }, cancellationToken);
        return secret;
    }

    public Task EndAsync(string session, CancellationToken cancellationToken) =>
        accounts.RemoveCredentialAsync(CredentialKind.Session, Secret.Hash(session), cancellationToken);

    /// <summary>Whether the caller has just shown, by a link or at the provider, that the account is theirs.</summary>
    public bool IsFresh(Credential credential) =>
        credential is { Kind: CredentialKind.Session, Method: SignInMethod.Link or SignInMethod.Provider } && time.GetUtcNow() - credential.CreatedAt < Fresh;

    private static string? Line(string? agent) => agent is not { Length: > 0 } ? null
        : string.Concat(agent.Take(LongestAgent).Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
