using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Hosting;

/// <summary>What a log line tells of the work that it comes from. Of the framework's scopes nothing is told: they hold paths, and paths may hold secrets.</summary>
internal static class LogScope
{
    private const string Trace = "traceId", Generation = "generationId";

    /// <summary>The generation and the trace of the innermost scope that has them; else the trace of the request.</summary>
    public static IReadOnlyDictionary<string, string> Ids(IExternalScopeProvider? scopes)
    {
        var ids = new SortedDictionary<string, string>(StringComparer.Ordinal);
        scopes?.ForEachScope(
            (scope, found) =>
            {
                if (scope is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
                foreach (var (name, value) in values)
                {
                    if (value?.ToString() is not { } id) continue;
                    if (name is "GenerationId") found[Generation] = id;
                    else if (name is "TraceId") found[Trace] = id;
                }
            },
            ids);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } work) ids.TryAdd(Trace, work.TraceId.ToHexString());
        return ids;
    }
}
