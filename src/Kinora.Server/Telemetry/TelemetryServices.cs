using Kinora.Core;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Kinora.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Metrics, and whether the server is ready.</summary>
    public static IServiceCollection AddKinoraTelemetry(this IServiceCollection services) => services
        .AddSingleton<MetricCollector>()
        .AddSingleton(provider => new Readiness(
            provider.GetRequiredService<KinoraEngine>(), provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<BacklogStore>().AskAsync, provider.GetRequiredService<TimeProvider>()));

    /// <summary>Begins to count, before anything happens that counts; nothing is counted for nobody.</summary>
    public static void StartCounting(this WebApplication app, KinoraOptions options)
    {
        if (options.Metrics is not MetricsAccess.Off) app.Services.GetRequiredService<MetricCollector>();
        if (options.Metrics is not MetricsAccess.Off || options.ExportsTelemetry) app.Services.GetRequiredService<EngineGauges>();
    }
}
