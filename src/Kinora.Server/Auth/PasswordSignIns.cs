using System.Net;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Server.Auth;

/// <summary>Checks names and passwords. What it answers, and how long that takes, does not tell whether anybody has the name.</summary>
internal sealed class PasswordSignIns(PasswordStore passwords, SignInTryStore tries, PasswordHashes hashes, TimeProvider time)
{
    /// <summary>What became of a try.</summary>
    /// <param name="AccountId">Whose password was right; null for none.</param>
    /// <param name="Wait">How long until the next try may be made; null where it was looked at.</param>
    public readonly record struct Outcome(string? AccountId, TimeSpan? Wait);

    /// <summary>Looks at a name and a password, unless too many were wrong.</summary>
    public async Task<Outcome> CheckAsync(string name, string password, IPAddress? address, CancellationToken cancellationToken)
    {
        // People type passwords into the field of the name: it is known here by its hash alone.
        var (from, by, now) = (RateLimits.Network(address), Secret.Hash(SignInName.Key(name)), time.GetUtcNow());
        if (await tries.BeginAsync(from, by, now, cancellationToken) is { } until) return new(null, until - now);
        var found = await passwords.FindAsync(name, cancellationToken);
        var (isRight, isOld) = await hashes.VerifyAsync(found?.Hash, password, cancellationToken);
        if (!isRight) return default;
        await tries.RightAsync(from, by, now, cancellationToken);
        if (isOld) await passwords.RehashAsync(found!, await hashes.HashAsync(password, cancellationToken), cancellationToken);
        return new(found!.AccountId, null);
    }
}
