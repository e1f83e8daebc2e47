using Kinora.Server.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kinora.Server.Hosting;

/// <summary>Bounds bodies: 1 MB, or what the endpoint allows.</summary>
/// <remarks>
/// A caller that is still sending sees a reset connection, not the answer, when the server closes at once. So what is too large is
/// answered first and then read to its end (within bounds), which costs the caller's bandwidth and no memory here.
/// </remarks>
internal sealed class BodyLimit(RequestDelegate next, TimeProvider time)
{
    public const long Default = 1024 * 1024;
    private const long MostToDiscard = 512 * 1024 * 1024;
    private static readonly TimeSpan LongestDiscarding = TimeSpan.FromSeconds(20);

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Default;
        var unbounded = context.Request.Body;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel) kestrel.MaxRequestBodySize = null;
        if (context.Request.ContentLength > limit)
        {
            await RefuseAsync(context, unbounded, limit);
            return;
        }

        await using var bounded = new BoundedBody(unbounded, limit, Remembers(context.Request));
        context.Features.Set(bounded);
        context.Request.Body = bounded;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await RefuseAsync(context, unbounded, limit);
        }
    }

    // What a JSON body said is told in the answer when it does not fit.
    private static bool Remembers(HttpRequest request) => request.HasJsonContentType();

    private async Task RefuseAsync(HttpContext context, Stream body, long limit)
    {
        context.Response.Headers.Connection = "close";
        await ProblemResult.Of(413, ProblemCodes.TooLarge, $"The body may have {limit} bytes.").ExecuteAsync(context);
        await context.Response.CompleteAsync();
        // Whoever asked first whether to send it will not send it now.
        if (!context.Request.Headers.Expect.ToString().Contains("100-continue", StringComparison.OrdinalIgnoreCase)) await DiscardAsync(context, body);
    }

    private async Task DiscardAsync(HttpContext context, Stream body)
    {
        using var enough = new CancellationTokenSource(LongestDiscarding, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, context.RequestAborted);
        var buffer = new byte[64 * 1024];
        try
        {
            long discarded = 0;
            while (discarded < MostToDiscard && await body.ReadAsync(buffer, either.Token) is var read and > 0) discarded += read;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The caller went away; the answer was given.
        }
    }
}
