using Microsoft.AspNetCore.Http;

namespace Kinora.Sandbox.Control;

/// <summary>The page at <c>/</c>: it lists tasks and plays what they made. It calls nobody but the sandbox.</summary>
internal static class SandboxPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly byte[] Html = Read("page.html"), Css = Read("page.css"), Js = Read("page.js");

    public static IResult SendHtml(HttpContext context) => Send(context, Html, "text/html; charset=utf-8");

    public static IResult SendCss(HttpContext context) => Send(context, Css, "text/css; charset=utf-8");

    public static IResult SendJs(HttpContext context) => Send(context, Js, "text/javascript; charset=utf-8");

    private static IResult Send(HttpContext context, byte[] content, string contentType)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Bytes(content, contentType);
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(SandboxPage).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
