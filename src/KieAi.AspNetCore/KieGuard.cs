using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KieAi.AspNetCore;

/// <summary>Stands before one call: checks the key, and turns whatever happens into one envelope.</summary>
internal sealed partial class KieGuard(IKieBackend backend, Func<HttpContext, IKieAccount, Task<KieEnvelope>> call, KieEnvelope noAccess)
{
    public async Task InvokeAsync(HttpContext context)
    {
        KieEnvelope answer;
        try
        {
            answer = await backend.OpenAsync(Key(context.Request), context.RequestAborted) is { } account ? await call(context, account) : noAccess;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // Nobody is left to answer.
        }
        catch (KieRequestException e)
        {
            answer = noAccess.Refuse(e.Code, e.Message);
        }
        catch (Exception e)
        {
            LogFault(context.RequestServices.GetRequiredService<ILogger<KieGuard>>(), context.Request.Path, e);
            answer = noAccess.Refuse(500, KieEnvelope.ServerFault);
        }

        await answer.WriteAsync(context);
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
