using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Problems;

/// <summary>Turns every error without an answer of its own, thrown or bare, into problem details.</summary>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBare(context.Response)) await AnswerAsync(context, ProblemResult.Of(context.Response.StatusCode, ProblemCodes.ForStatus(context.Response.StatusCode)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; nobody reads an answer.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, BadRequests.ToProblem(bad, context));
        }
        catch (Exception surprise) when (!context.Response.HasStarted)
        {
            Surprised(surprise, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await AnswerAsync(context, ProblemResult.Of(500, ProblemCodes.Internal, "The server could not do this; its log says more."));
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 };

    private static Task AnswerAsync(HttpContext context, ProblemResult problem)
    {
        var allow = context.Response.Headers.Allow;
        context.Response.Headers.Remove("Content-Length");
        context.Response.Headers.Allow = allow;
        return problem.ExecuteAsync(context);
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void Surprised(Exception exception, string method, string? endpoint);
}
