using System.Security.Claims;

namespace Kinora.Server.Auth;

internal static class CallerExtensions
{
    extension(ClaimsPrincipal caller)
    {
        /// <summary>The account that the credentials belong to; only behind an endpoint that requires them.</summary>
        public string AccountId => caller.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The endpoint is open.");
    }
}
