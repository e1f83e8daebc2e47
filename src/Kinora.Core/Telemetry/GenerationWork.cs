using System.Diagnostics;
using System.Runtime.InteropServices;
using Kinora.Core.Generations;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Telemetry;

/// <summary>One piece of work on a generation, until it is disposed of: a span of its trace, and on every log line of the work both ids.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GenerationWork : IDisposable
{
    private static readonly Func<ILogger, string, string?, IDisposable?> Scope = LoggerMessage.DefineScope<string, string?>("{GenerationId} {TraceId}");
    private readonly IDisposable? _scope;

    private GenerationWork(Activity? span, IDisposable? scope) => (Span, _scope) = (span, scope);

    /// <summary>Null where nobody listens.</summary>
    public Activity? Span { get; }

    public static GenerationWork Begin(ILogger logger, string name, Generation generation, ActivityKind kind = ActivityKind.Internal) =>
        new(TraceContext.Begin(name, generation, kind), Scope(logger, generation.Id, generation.TraceId));

    public void Dispose()
    {
        Span?.Dispose();
        _scope?.Dispose();
    }
}
