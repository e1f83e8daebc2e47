using System.Diagnostics;

namespace KieAi;

/// <summary>The span and the measurement of one wait.</summary>
internal static class KieWaitSpan
{
    public static async Task<T> MeasureAsync<T>(string api, string taskId, TimeProvider time, Func<Task<T>> waitAsync)
    {
        using var span = KieTelemetry.Source.StartActivity("kie wait");
        span?.SetTag("kie.api", api).SetTag("kie.task.id", taskId);
        var start = time.GetTimestamp();
        var outcome = "canceled";
        try
        {
            var result = await waitAsync().ConfigureAwait(false);
            outcome = "ok";
            return result;
        }
        catch (KieTaskException fault)
        {
            outcome = fault switch { KieTaskFailedException => "failed", KieTaskTimeoutException => "timeout", _ => "unreadable" };
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            span?.SetTag("kie.outcome", outcome);
            KieTelemetry.Waited(api, outcome, time.GetElapsedTime(start));
        }
    }
}
