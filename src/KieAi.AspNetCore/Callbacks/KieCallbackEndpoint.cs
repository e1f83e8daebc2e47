using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KieAi.AspNetCore;

/// <summary>Receives callbacks of KIE.ai.</summary>
public static class KieCallbackEndpoint
{
    /// <summary>
    /// Maps POST at a path, whose address is to be given as <c>callBackUrl</c>: a callback of any of KIE's video APIs is read, its signature checked,
    /// and handed over. The answer is HTTP 200; 400 where the body names no task or has more than 1 MB, 401 where the signature does not hold.
    /// </summary>
    /// <param name="verifier">
    /// With the account's webhookHmacKey. Null takes unsigned callbacks: anybody can send those, so the address should then carry a secret in its query.
    /// </param>
    /// <param name="handle">
    /// Called once for each callback, which may come twice. A callback is a hint, signed or not: read the task before believing it. KIE waits 15 s
    /// for the answer, so put long work elsewhere. What it throws, and a status that it sets, becomes the answer: other than 200, KIE tries again.
    /// </param>
    public static IEndpointConventionBuilder MapKieCallback(
        this IEndpointRouteBuilder endpoints, string pattern, KieCallbackVerifier? verifier, Func<KieCallback, HttpContext, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handle);
        return endpoints.MapPost(pattern, (HttpContext context) => ReceiveAsync(context, verifier, handle));
    }

    private static async Task ReceiveAsync(HttpContext context, KieCallbackVerifier? verifier, Func<KieCallback, HttpContext, Task> handle)
    {
        if (await ReadAsync(context) is not { } callback)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "The body names no task");
            return;
        }

        var headers = context.Request.Headers;
        if (verifier?.Verify(callback.TaskId, headers[KieSignature.TimestampHeader], headers[KieSignature.SignatureHeader]) == false)
        {
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, "The signature does not hold");
            return;
        }

        await handle(callback, context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK }) await AnswerAsync(context, StatusCodes.Status200OK, "received");
    }

    private static async Task<KieCallback?> ReadAsync(HttpContext context)
    {
        try
        {
            return KieCallback.Read(await KieRequestBody.ReadBytesAsync(context));
        }
        catch (KieRequestException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return new KieEnvelope(status, message, null, IsUpload: false, HasData: false).WriteAsync(context);
    }
}
