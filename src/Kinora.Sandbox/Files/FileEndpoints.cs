using Kinora.Core.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Sandbox.Files;

/// <summary>Serves videos and uploads, with ranges.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints, VideoFolder videos, UploadFolder uploads)
    {
        endpoints.MapMethods("/files/{taskId}/{name}", ["GET", "HEAD"], (string taskId, string name, HttpResponse response) =>
            Send(response, videos.Find(taskId, name), ResultFile.ContentType(name)));
        endpoints.MapMethods("/uploads/{**path}", ["GET", "HEAD"], (string path, HttpResponse response) =>
            uploads.Find(path) is { } file ? Send(response, file, ContentType(file)) : TypedResults.NotFound());
    }

    private static Results<PhysicalFileHttpResult, NotFound> Send(HttpResponse response, string? file, string contentType)
    {
        if (file is null) return TypedResults.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(file, contentType, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)), enableRangeProcessing: true);
    }

    // Never what the uploader said: a page of theirs must not run here.
    private static string ContentType(string file)
    {
        using var content = File.OpenRead(file);
        return PictureHeader.Read(content)?.ContentType ?? "application/octet-stream";
    }
}
