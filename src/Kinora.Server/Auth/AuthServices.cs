using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Auth;

internal static class AuthServices
{
    /// <summary>Who callers are, and what they may do.</summary>
    public static IServiceCollection AddKinoraAuth(this IServiceCollection services)
    {
        services.AddAuthentication(KeyOrSessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyOrSessionHandler>(KeyOrSessionHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(AdminPolicy.Name, policy => policy.RequireAuthenticatedUser().AddRequirements(new AdminPolicy.Requirement()));
        return services
            .AddSingleton<IAuthorizationHandler, AdminPolicy>()
            .AddSingleton<SignIns>()
            .AddSignInLimit();
    }
}
