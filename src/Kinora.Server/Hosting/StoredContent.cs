using Kinora.Core.Assets;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Hosting;

/// <summary>Sends stored bytes: ranges, conditional requests, and caching for ever by their owner's browser alone. They never run as a page.</summary>
internal static class StoredContent
{
    // A browser that opens the file itself may show and play it, and nothing else: no script, no form, no window. With an origin of its own it
    // could not even read the file again, by ranges: that wants the cookie, and is refused to other origins.
    private const string Policy =
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-same-origin";

    private const string Unknown = "application/octet-stream";

    /// <param name="bytes">Seekable; closed with the answer.</param>
    /// <param name="contentType">What the file was found to be. What is no medium is saved, not shown.</param>
    /// <param name="tag">Changes with the bytes.</param>
    /// <param name="downloadName">Asks the browser to save it under this name; null: to show it.</param>
    public static IResult Send(HttpContext context, Stream bytes, string contentType, string tag, string? downloadName)
    {
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        if (!AssetLimits.Extensions.ContainsKey(contentType)) (contentType, downloadName) = (Unknown, downloadName ?? "file");
        return TypedResults.Stream(bytes, contentType, downloadName, entityTag: new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true);
    }

    /// <summary>Lets pages elsewhere show what is at an address that needs no cookie: who has the link may show it.</summary>
    public static void AllowElsewhere(HttpContext context) => context.Response.Headers[SecurityHeaders.ResourcePolicy] = "cross-origin";

    /// <summary>Sends the caller on to a link that is as good as a key while it holds.</summary>
    public static IResult Elsewhere(HttpContext context, Uri link)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(link.AbsoluteUri);
    }
}
