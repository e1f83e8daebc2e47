using System.Collections.Concurrent;
using Kinora.Client;

namespace Kinora.Server.Hosting;

/// <summary>Counts how long each endpoint takes to answer.</summary>
internal sealed class ResponseTimes(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Counts> _counts = [];
    private readonly DateTimeOffset _since = time.GetUtcNow();

    /// <summary>The middleware: everything within it is part of the answer.</summary>
    public async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
                && context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) is not true)
                _counts.GetOrAdd($"{context.Request.Method} /{route.Trim('/')}", _ => new())
                    .Add(time.GetElapsedTime(start), context.Response.StatusCode);
        }
    }

    public ResponseTimePage Report() => new(_since,
        [.. _counts.Select(one => one.Value.ToResponse(one.Key)).OrderByDescending(one => one.P95Ms).ThenBy(one => one.Endpoint, StringComparer.Ordinal)]);

    /// <summary>A histogram whose steps grow by a fifth, from a tenth of a millisecond to more than an hour.</summary>
    private sealed class Counts
    {
        private const double First = 0.1, Growth = 1.2;
        private readonly long[] _steps = new long[96];
        private readonly Lock _gate = new();
        private long _calls, _failures;
        private TimeSpan _slowest;

        public void Add(TimeSpan took, int status)
        {
            var step = Math.Clamp((int)Math.Ceiling(Math.Log(Math.Max(took.TotalMilliseconds, First) / First, Growth)), 0, _steps.Length - 1);
            lock (_gate)
            {
                _steps[step]++;
                _calls++;
                if (status >= StatusCodes.Status500InternalServerError) _failures++;
                if (took > _slowest) _slowest = took;
            }
        }

        public ResponseTimeResponse ToResponse(string endpoint)
        {
            lock (_gate)
                return new(endpoint, _calls, _failures, Share(0.5), Share(0.95), Share(0.99), Math.Round(_slowest.TotalMilliseconds, 1));
        }

        // The end of the step in which it lies, and no more than there was.
        private double Share(double share)
        {
            var (wanted, seen, step) = ((long)Math.Ceiling(share * _calls), 0L, 0);
            while ((seen += _steps[step]) < wanted) step++;
            return Math.Round(Math.Min(First * Math.Pow(Growth, step), _slowest.TotalMilliseconds), 1);
        }
    }
}
