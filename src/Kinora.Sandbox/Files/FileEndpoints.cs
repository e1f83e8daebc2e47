using Kinora.Core.Media;
using Kinora.Sandbox.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Sandbox.Files;

/// <summary>Serves videos and uploads, with ranges. A link that has lapsed answers 403.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints, VideoFolder videos, UploadFolder uploads, TaskStore tasks, LinkGate links)
    {
        endpoints.MapMethods("/files/{taskId}/{name}", ["GET", "HEAD"], (string taskId, string name, HttpContext context) =>
        {
            if (videos.Find(taskId, name) is not { } file || tasks.Find(taskId) is not { } task) return Results.NotFound();
            return links.Opens(context.Request, links.IsLapsed(task)) ? Send(context, file, ResultFile.ContentType(name)) : Results.StatusCode(StatusCodes.Status403Forbidden);
        });
        endpoints.MapMethods("/uploads/{**path}", ["GET", "HEAD"], (string path, HttpContext context) =>
        {
            if (uploads.Find(path) is not { } file) return Results.NotFound();
            return links.Opens(context.Request, isLapsed: false) ? Send(context, file, ContentType(file)) : Results.StatusCode(StatusCodes.Status403Forbidden);
        });
    }

    private static PhysicalFileHttpResult Send(HttpContext context, string file, string contentType)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(file, contentType, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)), enableRangeProcessing: true);
    }

    // Never what the uploader said: a page of theirs must not run here.
    private static string ContentType(string file)
    {
        using var content = File.OpenRead(file);
        return PictureHeader.Read(content)?.ContentType ?? "application/octet-stream";
    }
}
