using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Hosting;

/// <summary>Sends stored bytes: ranges, conditional requests, and caching for ever by their owner's browser alone.</summary>
internal static class StoredContent
{
    /// <param name="bytes">Seekable; closed with the answer.</param>
    /// <param name="tag">Changes with the bytes.</param>
    /// <param name="downloadName">Asks the browser to save it under this name; null: to show it.</param>
    public static IResult Send(HttpContext context, Stream bytes, string contentType, string tag, string? downloadName)
    {
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Stream(bytes, contentType, downloadName, entityTag: new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true);
    }

    /// <summary>Sends the caller on to a link that is as good as a key while it holds.</summary>
    public static IResult Elsewhere(HttpContext context, Uri link)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(link.AbsoluteUri);
    }
}
