using System.Net;
using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Telemetry;
using Microsoft.AspNetCore.Authorization;

namespace Kinora.Server.Auth;

/// <summary>Holds for who may read metrics: everybody or nobody where that is the setting, else administrators, and whoever asks on the machine itself.</summary>
internal sealed class MetricsPolicy(KinoraOptions options, AccountStore accounts) : AuthorizationHandler<MetricsPolicy.Requirement>
{
    public const string Name = "metrics";

    /// <summary>A proxy on this machine asks for somebody else, and mostly says so.</summary>
    private static readonly string[] Forwarding = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    public sealed class Requirement : IAuthorizationRequirement;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (options.Metrics is not MetricsAccess.Admin || context.Resource is HttpContext http && IsLocal(http)) context.Succeed(requirement);
        else if (context.User.Identity?.IsAuthenticated is true && await accounts.FindAsync(context.User.AccountId, CancellationToken.None) is { Role: AccountRole.Admin })
            context.Succeed(requirement);
    }

    // By its Host as well: a page of a browser on this machine must not get at it by a name that it made its own. A key that is given is what counts.
    internal static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (context.Request.Host.Host is "localhost" || IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        && context.Request.Headers.Authorization.Count == 0
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
