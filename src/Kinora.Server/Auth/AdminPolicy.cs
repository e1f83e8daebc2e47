using Kinora.Core.Accounts;
using Kinora.Core.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Kinora.Server.Auth;

/// <summary>Holds for accounts that are administrators now, whatever they were when they signed in.</summary>
internal sealed class AdminPolicy(AccountStore accounts) : AuthorizationHandler<AdminPolicy.Requirement>
{
    public const string Name = "admin";

    public sealed class Requirement : IAuthorizationRequirement;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated is not true) return;
        if (await accounts.FindAsync(context.User.AccountId, CancellationToken.None) is { Role: AccountRole.Admin }) context.Succeed(requirement);
    }
}
