using Kinora.Core.Accounts;

namespace Kinora.Server.Auth;

/// <summary>Who calls, as the credential says.</summary>
internal sealed class CallerIdentity(Credential credential)
    : ClaimsIdentity([new(ClaimTypes.NameIdentifier, credential.AccountId)], credential.Kind.ToString())
{
    public Credential Credential => credential;

    /// <summary>What the caller's rate is counted by.</summary>
    public string RateKey => credential.KeyHash ?? credential.Hash;
}
