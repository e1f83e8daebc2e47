using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Auth;

namespace Kinora.Server.Endpoints;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Past everything that asks who calls: to know a key wants the database.
        var group = routes.MapGroup("").WithTags("Operations").AllowAnonymous();
        group.ShortCircuit();
        group.MapGet("/healthz", Healthy).WithName("healthz").WithSummary("Check whether the server lives");
        group.MapGet("/readyz", ReadyAsync).WithName("readyz").WithSummary("Check whether the server should be sent requests").ProducesProblems(503);
    }

    private static Ok<HealthResponse> Healthy(HttpResponse response) => Uncached(response);

    private static async Task<Results<Ok<HealthResponse>, ProblemResult>> ReadyAsync(Readiness readiness, HttpResponse response, CancellationToken cancellationToken)
    {
        var ready = Uncached(response);
        return await readiness.WhyNotAsync(cancellationToken) is { } reason ? ProblemResult.Of(503, ProblemCodes.Unready, reason) : ready;
    }

    private static Ok<HealthResponse> Uncached(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthResponse("ok"));
    }
}

/// <summary>The answer of <c>GET /healthz</c> and <c>GET /readyz</c>.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
internal sealed record HealthResponse(string Status);
