using System.Diagnostics;
using System.Reflection;
using KieAi;
using Kinora.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kinora.Server.Telemetry;

/// <summary>Sends spans and metrics to an OpenTelemetry collector, as the standard <c>OTEL_…</c> variables say, until it is disposed of.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Npgsql = "Npgsql";
    private readonly TracerProvider _spans = Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Describe)
        .AddSource(KinoraTelemetry.Name, KieTelemetry.Name, "Microsoft.AspNetCore", Npgsql)
        .AddProcessor(new IdleQueries())
        .AddOtlpExporter()
        .Build();
    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Describe)
        .AddMeter(KinoraTelemetry.Name, KieTelemetry.Name, "Microsoft.AspNetCore.Hosting", Npgsql, "System.Runtime")
        .AddOtlpExporter()
        .Build();

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    // The variables come last, so that they win.
    private static void Describe(ResourceBuilder resource) => resource.Clear()
        .AddService("kinora", serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    /// <summary>Queries that are part of no work, such as the workers' looks for some, are traces of one span each, which nobody reads.</summary>
    private sealed class IdleQueries : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Source.Name == Npgsql && data.ParentSpanId == default) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
