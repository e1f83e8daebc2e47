using Kinora.Core.Accounts;
using Kinora.Core.Credits;

namespace Kinora.Core.Storage;

/// <summary>Accounts, their keys and sessions, and the reading side of the ledger.</summary>
public interface IAccountStore
{
    /// <summary>Creates the account unless its id is taken, with its first grant; answers whether it was created.</summary>
    Task<bool> CreateAsync(Account account, LedgerEntry? firstGrant, CancellationToken cancellationToken);
    Task<Account?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives credits; false when the account does not exist.</summary>
    Task<bool> GrantAsync(LedgerEntry grant, CancellationToken cancellationToken);

    /// <summary>A page of the ledger, newest first, older than entry number <paramref name="before"/>.</summary>
    Task<IReadOnlyList<NumberedLedgerEntry>> LedgerAsync(string accountId, long? before, int limit, CancellationToken cancellationToken);

    /// <summary>The number of the account's newest event; 0 when there is none.</summary>
    Task<long> LastEventAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Keeps a credential by its hash: an API key, a session, a sign-in link. Replaces one with the same hash.</summary>
    Task SaveCredentialAsync(Credential credential, CancellationToken cancellationToken);

    /// <summary>The credential with this hash, if it is of this kind and has not lapsed at <paramref name="now"/>.</summary>
    Task<Credential?> FindCredentialAsync(CredentialKind kind, string hash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes a credential; answers whether this call was the one that removed it.</summary>
    Task<bool> RemoveCredentialAsync(CredentialKind kind, string hash, CancellationToken cancellationToken);

    /// <summary>A random key of this installation (32 bytes), made at its first use.</summary>
    Task<byte[]> SecretAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A ledger entry and its place in the ledger.</summary>
public sealed record NumberedLedgerEntry(long Number, LedgerEntry Entry);
