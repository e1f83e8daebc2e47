using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using KieAi.AspNetCore;

namespace Kinora.Sandbox;

/// <summary>Opens the sandbox's one account by any of its keys.</summary>
internal sealed class SandboxBackend : IKieBackend
{
    private readonly FrozenDictionary<string, KeyedAccount> _accounts;

    /// <param name="open">Makes the account as a key opens it.</param>
    public SandboxBackend(IEnumerable<string> keys, Func<KeyedAccount> open) =>
        _accounts = keys.Distinct().ToFrozenDictionary(Hash, _ => open());

    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) => ValueTask.FromResult<IKieAccount?>(Find(key));

    /// <summary>Whether a request carries a key of the account.</summary>
    public bool Knows(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true && Find(authorization[scheme.Length..].Trim()) is not null;
    }

    // Looked up by hash, so that the time it takes says nothing of the keys.
    private KeyedAccount? Find(string? key) => key is null ? null : _accounts.GetValueOrDefault(Hash(key));

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
