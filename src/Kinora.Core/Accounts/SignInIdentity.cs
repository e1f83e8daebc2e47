using System.Security.Cryptography;
using System.Text;

namespace Kinora.Core.Accounts;

/// <summary>Who somebody is at a sign-in provider.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">What the provider calls the person, for good.</param>
/// <param name="Name">For people to read; null where the provider told none.</param>
public sealed record SignInIdentity(string Issuer, string Subject, string? Name)
{
    /// <summary>Follows from issuer and subject.</summary>
    public string Id => "idn_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Issuer + "\n" + Subject)))[..32];
}

/// <summary>An identity that an account signs in with.</summary>
public sealed record LinkedIdentity(SignInIdentity Identity, DateTimeOffset LinkedAt);

/// <summary>A person's way to the sign-in provider and back.</summary>
/// <param name="State">Hash of the state that comes back.</param>
/// <param name="Browser">Hash of the secret in the cookie of the browser that left.</param>
/// <param name="Verifier">The proof that the code is asked for by who began (PKCE).</param>
/// <param name="AccountId">Who wants to link the identity; null for signing in.</param>
public sealed record SignInVisit(string State, string Browser, string Verifier, string? AccountId, DateTimeOffset ExpiresAt);
