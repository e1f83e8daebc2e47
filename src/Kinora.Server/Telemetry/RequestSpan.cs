using System.Diagnostics;

namespace Kinora.Server.Telemetry;

/// <summary>Names the framework's span of a request by its route. Of its address nothing else is told: tokens may be in it.</summary>
internal static class RequestSpan
{
    public static Task Describe(HttpContext context, RequestDelegate next) =>
        Activity.Current is { } span && span.Source.HasListeners() ? DescribeAsync(span, context, next) : next(context);

    private static async Task DescribeAsync(Activity span, HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!span.IsAllDataRequested) return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
