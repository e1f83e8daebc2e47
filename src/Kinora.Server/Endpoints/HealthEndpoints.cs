using Kinora.Server.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", Healthy).WithTags("Operations").WithName("healthz").WithSummary("Check whether the server answers").AllowAnonymous().WithMetadata(new RateLimits.Unlimited());

    private static Ok<HealthResponse> Healthy() => TypedResults.Ok(new HealthResponse("ok"));
}

/// <summary>The answer of <c>GET /healthz</c>.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
internal sealed record HealthResponse(string Status);
