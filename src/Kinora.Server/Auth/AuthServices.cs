using Kinora.Server.Auth.OAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Auth;

internal static class AuthServices
{
    /// <summary>Who callers are, and what they may do.</summary>
    /// <remarks>The core services alone: the others would make encryption keys in the user's home, which nothing here needs.</remarks>
    public static IServiceCollection AddKinoraAuth(this IServiceCollection services)
    {
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = KeyOrSessionHandler.SchemeName;
            options.AddScheme<KeyOrSessionHandler>(KeyOrSessionHandler.SchemeName, displayName: null);
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AdminPolicy.Name, policy => policy.RequireAuthenticatedUser().AddRequirements(new AdminPolicy.Requirement()))
            .AddPolicy(MetricsPolicy.Name, policy => policy.AddRequirements(new MetricsPolicy.Requirement()));
        return services
            .AddWebEncoders()
            .AddTransient<KeyOrSessionHandler>()
            .AddSingleton<IAuthorizationHandler, AdminPolicy>()
            .AddSingleton<IAuthorizationHandler, MetricsPolicy>()
            .AddSingleton<SignIns>()
            .AddSingleton<RecoveryLink>()
            .AddSingleton<PasswordHashes>()
            .AddSingleton<PasswordSignIns>()
            .AddSingleton<PasswordSetter>()
            .AddSingleton<OAuthProvider>()
            .AddSingleton<OAuthSignIns>()
            .AddSingleton<SignInLimit>()
            .AddSingleton<RateLimits>()
            .AddSingleton<KeyUse>()
            .AddSingleton<CallbackProof>();
    }
}
