using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Hosting;

/// <summary>What browsers must not do with our answers.</summary>
internal static class SecurityHeaders
{
    // Styles inline: the studio's popovers and gradients set style attributes. Media from blobs: pictures before they are uploaded.
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        return next(context);
    }
}
