using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KieAi.AspNetCore;

/// <summary>Stands before one call: checks the verb and the key, and turns whatever happens into one envelope.</summary>
internal sealed partial class KieGuard(IKieBackend backend, string verb, KieCall call, KieEnvelope noAccess)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ReadOnlyMemory<byte> answer;
        try
        {
            answer = (await AnswerAsync(context)).ToBytes();
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // Nobody is left to answer.
        }
        catch (KieRequestException e)
        {
            answer = noAccess.Refuse(e.Code, e.Message).ToBytes();
        }
        catch (Exception e)
        {
            LogFault(context.RequestServices.GetRequiredService<ILogger<KieGuard>>(), context.Request.Path, e);
            answer = noAccess.ServerFault().ToBytes();
        }

        await KieEnvelope.WriteAsync(context, answer);
    }

    private async Task<KieEnvelope> AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.Equals(context.Request.Method, verb)) return noAccess.Refuse(405, "Method not allowed");
        return await backend.OpenAsync(Key(context.Request), context.RequestAborted) is { } account ? await call(context, account) : noAccess;
    }

    private static string? Key(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : "";
        return key.Length == 0 ? null : key;
    }

    [LoggerMessage(1, LogLevel.Error, "The call to {Path} failed")]
    private static partial void LogFault(ILogger logger, string path, Exception exception);
}
