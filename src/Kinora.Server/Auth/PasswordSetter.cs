using System.Net;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Server.Auth;

/// <summary>Sets the name and password by which an account signs in, for whoever shows that the account is theirs.</summary>
internal sealed class PasswordSetter(PasswordStore passwords, PasswordSignIns signIns, PasswordHashes hashes, SignIns sessions, TimeProvider time)
{
    /// <summary>For a caller who has just signed in by a link or at the provider, or knows the password before. Ends the account's other sessions.</summary>
    /// <param name="name">Null for the one before.</param>
    /// <param name="current">The password before; null where it is not given.</param>
    public async Task<PasswordSetting> SetAsync(
        Credential caller, string? name, string password, string? current, IPAddress? address, CancellationToken cancellationToken)
    {
        var before = await passwords.OfAsync(caller.AccountId, cancellationToken);
        name = name?.Trim() ?? before?.Name;
        if (name is null || !SignInName.IsValid(name)) return new PasswordSetting.NameRefused();
        if (PasswordPolicy.Fault(password, name) is { } fault) return new PasswordSetting.PasswordRefused(fault);
        if (!sessions.IsFresh(caller) && await UnprovenAsync(caller, before, current, address, cancellationToken) is { } unproven) return unproven;
        var next = new SignInPassword(caller.AccountId, name, await hashes.HashAsync(password, cancellationToken));
        return await passwords.SetAsync(next, caller.Kind is CredentialKind.Session ? caller.Hash : null, time.GetUtcNow(), cancellationToken)
            ? new PasswordSetting.Done()
            : new PasswordSetting.NameTaken();
    }

    private async Task<PasswordSetting?> UnprovenAsync(
        Credential caller, SignInPassword? before, string? current, IPAddress? address, CancellationToken cancellationToken)
    {
        if (before is null || current is not { Length: > 0 and <= PasswordPolicy.Longest }) return new PasswordSetting.ProofMissing(ByPassword: before is not null);
        var outcome = await signIns.CheckAsync(before.Name, current, address, cancellationToken);
        if (outcome.Wait is { } wait) return new PasswordSetting.TooMany(wait);
        return outcome.AccountId == caller.AccountId ? null : new PasswordSetting.ProofWrong();
    }
}
