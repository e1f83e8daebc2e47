using Kinora.Core.Telemetry;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Endpoints;

internal static class MetricsEndpoints
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", MetricsAsync).WithTags("Operations").WithName("getMetrics").WithSummary("Metrics in Prometheus' text format")
            .Produces<string>(200, "text/plain").ProducesProblems(401, 403, 404).RequireAuthorization(MetricsPolicy.Name);

    private static async Task<Results<ContentHttpResult, ProblemResult>> MetricsAsync(
        KinoraOptions options, IServiceProvider services, HttpResponse response, CancellationToken cancellationToken)
    {
        if (options.Metrics is MetricsAccess.Off) return ProblemResult.Of(404, ProblemCodes.NotFound, "This server counts nothing. KINORA_METRICS=admin or open lets it.");
        await services.GetRequiredService<EngineGauges>().RefreshAsync(cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(services.GetRequiredService<MetricCollector>().Collect(), PrometheusText.ContentType);
    }
}
