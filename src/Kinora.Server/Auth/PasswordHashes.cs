using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kinora.Server.Auth;

/// <summary>
/// Hashes passwords by the framework's own format: PBKDF2 with HMAC-SHA512, salted, 210,000 rounds.
/// A few at a time, so that sign-ins leave processors to others.
/// </summary>
internal sealed class PasswordHashes : IDisposable
{
    private const int Rounds = 210_000;
    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _ofNobody;

    public PasswordHashes() : this(new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }))) { }

    internal PasswordHashes(PasswordHasher<object> hasher) => (_hasher, _ofNobody) = (hasher, new(() => hasher.HashPassword(Nobody, Secret.New())));

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => RunAsync(() => _hasher.HashPassword(Nobody, Plain(password)), cancellationToken);

    /// <summary>Whether a password is right, and whether its hash is worth making anew.</summary>
    /// <param name="hash">Null where there is none: it takes as long, and is wrong.</param>
    public Task<(bool IsRight, bool IsOld)> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            var result = _hasher.VerifyHashedPassword(Nobody, hash ?? _ofNobody.Value, Plain(password));
            return (hash is not null && result is not PasswordVerificationResult.Failed, result is PasswordVerificationResult.SuccessRehashNeeded);
        },
        cancellationToken);

    public void Dispose() => _places.Dispose();

    // The same letters may be coded in several ways, and keyboards differ.
    private static string Plain(string password) => password.Normalize(NormalizationForm.FormKC);

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }
}
