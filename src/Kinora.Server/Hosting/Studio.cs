using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Kinora.Server.Hosting;

/// <summary>Serves the built studio: its files, the reference of the API, and its page for every address that belongs to nobody else.</summary>
internal static class Studio
{
    private static readonly PathString[] NotPages = ["/api", "/v1", "/mcp"];

    private const string ReferencePath = "/docs/api";

    private const string NotBuilt =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Kinora</title>" +
        "<h1>The studio is not built</h1><p>The API works: see <a href=\"/openapi.json\">openapi.json</a>. " +
        "To build the studio, run <code>./run</code>, or <code>npm ci</code> and <code>npm run build</code> in the folder <code>studio</code>, " +
        "then build and start kinora again.</p></html>";

    public static void UseStudio(this IApplicationBuilder app, string folder)
    {
        var (index, reference) = (Path.Combine(folder, "index.html"), Path.Combine(folder, "docs", "api.html"));
        if (Directory.Exists(folder))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), OnPrepareResponse = Cache });
        }

        app.Use((context, next) => IsPage(context) ? SendPageAsync(context, context.Request.Path == ReferencePath ? reference : index) : next(context));
    }

    /// <summary>Whether pages are served below this path; below the APIs there are none.</summary>
    public static bool MayBePage(PathString path) => !NotPages.Any(prefix => path.StartsWithSegments(prefix));

    // The build puts a hash into the names under assets: what one of them means never changes.
    private static void Cache(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Path.HasExtension(context.Request.Path)
        && MayBePage(context.Request.Path);

    private static Task SendPageAsync(HttpContext context, string file)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        if (File.Exists(file)) return context.Response.SendFileAsync(file, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }
}
