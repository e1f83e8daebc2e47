using Kinora.Client;
using Kinora.Server.Problems;

namespace Kinora.Server.OpenAi;

/// <summary>A problem as OpenAI's API tells it: <c>{error:{message,type,param,code}}</c>.</summary>
internal static class OpenAiError
{
    private const string Quota = "insufficient_quota";

    /// <summary>OpenAI's clients ask again by themselves after 409 and 429, unless this says that it is in vain.</summary>
    private const string ShouldRetry = "x-should-retry";

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(1);

    /// <summary>Whether the request is one of OpenAI's API, so that its errors are told like this.</summary>
    public static bool Speaks(HttpContext context) => context.Request.Path.StartsWithSegments(OpenAiRoutes.Prefix);

    /// <param name="retryAfter">When to ask again; null for whenever it has changed. What passes in a minute the client may wait for by itself.</param>
    public static Task WriteAsync(HttpContext context, Problem problem, TimeSpan? retryAfter)
    {
        var status = Status(problem);
        context.Response.StatusCode = status;
        if (status < 500 && !(retryAfter <= LongestPatience)) context.Response.Headers[ShouldRetry] = "false";
        return context.Response.WriteAsJsonAsync(
            new ErrorResponse(new(problem.Detail ?? problem.Title ?? "", Type(problem, status), problem.Errors is [var first, ..] ? first.Field : null, Code(problem))),
            OpenAiWire.Json.ErrorResponse, cancellationToken: context.RequestAborted);
    }

    private static int Status(Problem problem) => problem.Code switch
    {
        ProblemCodes.InsufficientCredits or ProblemCodes.KeyCapReached => 429,
        ProblemCodes.UnknownModel => 404,
        _ => problem.Status ?? 500,
    };

    private static string Type(Problem problem, int status) => status switch
    {
        429 when problem.Code is ProblemCodes.InsufficientCredits or ProblemCodes.KeyCapReached => Quota,
        429 => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private static string Code(Problem problem) => problem.Code switch
    {
        ProblemCodes.InsufficientCredits or ProblemCodes.KeyCapReached => Quota,
        ProblemCodes.UnknownModel => "model_not_found",
        ProblemCodes.Unauthorized => "invalid_api_key",
        ProblemCodes.TooManyRequests => "rate_limit_exceeded",
        ProblemCodes.InvalidInput => "invalid_value",
        _ => problem.Code,
    };
}
