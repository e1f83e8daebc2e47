using System.Threading.RateLimiting;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Auth;

/// <summary>Slows guessing down: 30 sign-ins per minute and address.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
    public const int PerMinute = 30;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = (rejected, _) => new(
            ProblemResult.Of(429, ProblemCodes.TooManyRequests, "Too many sign-ins from this address; wait a minute.").ExecuteAsync(rejected.HttpContext));
    });
}
