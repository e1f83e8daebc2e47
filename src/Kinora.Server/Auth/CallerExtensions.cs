using System.Security.Claims;
using Kinora.Core.Accounts;

namespace Kinora.Server.Auth;

internal static class CallerExtensions
{
    extension(ClaimsPrincipal caller)
    {
        /// <summary>The account that the credentials belong to; only behind an endpoint that requires them.</summary>
        public string AccountId => caller.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The endpoint is open.");

        /// <summary>The key that was used, or that began the session; null for a session that none began.</summary>
        public string? KeyId => (caller.Identity as CallerIdentity)?.Credential.KeyId;

        /// <summary>The account and the key, as who asks for generations.</summary>
        public Requester Requester => new(caller.AccountId, caller.KeyId);
    }
}
