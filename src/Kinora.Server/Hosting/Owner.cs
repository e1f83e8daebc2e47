using System.Text;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Storage;
using Kinora.Server.Auth;

namespace Kinora.Server.Hosting;

/// <summary>The account of the person who runs the server, and its key from the settings.</summary>
internal sealed class Owner(AccountStore accounts, KinoraOptions options, TimeProvider time)
{
    public const string Id = "owner";

    /// <summary>Makes the account at the first start, and the key of the settings its only one from there.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var grant = options.InitialCredits > 0 ? LedgerEntry.Grant(Id, options.InitialCredits, now, "First start") : null;
        await accounts.CreateAsync(new(Id, "Owner", AccountRole.Admin, 0, 0), grant, cancellationToken);
        await EnsureKeyAsync(now, cancellationToken);
    }

    // The store does not know where a key came from, so the hash of the one from the settings is kept beside it.
    private async Task EnsureKeyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.DataFolder, "admin-key.sha256");
        var before = File.Exists(path) ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
        var hash = options.AdminKey is { } key ? Secret.Hash(key) : null;
        if (before is not null && before != hash) await accounts.RemoveCredentialAsync(CredentialKind.ApiKey, before, cancellationToken);
        if (hash is not null)
        {
            // The file first: a crash in between leaves a hash without a key, never a key that nothing would remove.
            await using (var file = OwnerFile.Open(path, FileMode.Create)) await file.WriteAsync(Encoding.ASCII.GetBytes(hash), cancellationToken);
            await accounts.SaveCredentialAsync(new(CredentialKind.ApiKey, hash, Id, now, null), cancellationToken);
        }
        else
        {
            File.Delete(path);
        }
    }
}
