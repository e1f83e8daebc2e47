using Kinora.Server.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kinora.Server.Hosting;

/// <summary>Bounds bodies: 1 MB, or what the endpoint allows.</summary>
/// <remarks>
/// Kestrel's own limit closes the connection under a caller that is still sending, who then sees a reset instead of the answer. Without
/// it Kestrel reads on for a few seconds after the answer was given, which costs the caller's bandwidth and no memory here.
/// </remarks>
internal sealed class BodyLimit(RequestDelegate next)
{
    public const long Default = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Default;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel) kestrel.MaxRequestBodySize = null;
        if (context.Request.ContentLength > limit)
        {
            await RefuseAsync(context, limit);
            return;
        }

        // What a JSON body said is told in the answer when it does not fit.
        await using var bounded = new BoundedBody(context.Request.Body, limit, remembers: context.Request.HasJsonContentType());
        context.Features.Set(bounded);
        context.Request.Body = bounded;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await RefuseAsync(context, limit);
        }
    }

    private static Task RefuseAsync(HttpContext context, long limit)
    {
        context.Response.Headers.Connection = "close";
        return ProblemResult.Of(413, ProblemCodes.TooLarge, $"What was sent is larger than {limit / (1024 * 1024)} MB.").ExecuteAsync(context);
    }
}
