using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Problems;

/// <summary>Turns every error without an answer of its own, thrown or bare, into a problem.</summary>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBare(context.Response)) await BadRequests.OfBare(context).ExecuteAsync(context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; nobody reads an answer.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await (await BadRequests.ToProblemAsync(bad, context)).ExecuteAsync(context);
        }
        catch (IOException storage) when (!context.Response.HasStarted)
        {
            Unstored(context.Request.Method, context.GetEndpoint()?.DisplayName, storage.Message);
            await ProblemResult.Of(503, ProblemCodes.StorageUnavailable, "Files cannot be stored or read now. Try again later.").ExecuteAsync(context);
        }
        catch (DbException away) when (away.IsTransient && !context.Response.HasStarted)
        {
            Surprised(away, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await ProblemResult.Of(503, ProblemCodes.StorageUnavailable, "The database does not answer now. Try again later, with the same Idempotency-Key if you sent one.")
                .ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The last one to see it: it is logged and answered.
        catch (Exception surprise) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Surprised(surprise, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await ProblemResult.OfStatus(500).ExecuteAsync(context);
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 };

    [LoggerMessage(301, LogLevel.Warning, "{Method} {Endpoint} could not use the storage: {Reason}")]
    private partial void Unstored(string method, string? endpoint, string reason);

    [LoggerMessage(300, LogLevel.Error, "{Method} {Endpoint} failed")]
    private partial void Surprised(Exception exception, string method, string? endpoint);
}
