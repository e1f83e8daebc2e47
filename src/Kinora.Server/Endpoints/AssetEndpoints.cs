using System.Security.Claims;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class AssetEndpoints
{
    // Room for the boundaries and headers of a multipart body around the file itself.
    private const long MaxBody = AssetLimits.MaxBytes + 64 * 1024;

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/assets").WithTags("Assets").RequireAuthorization().ProducesProblems(401);
        group.MapPost("", UploadAsync).WithName("uploadAsset").WithSummary($"Upload {AssetLimits.Taken}: as the raw body or as the part `file`")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody), UploadBody.Instance)
            .Produces<AssetResponse>(201).ProducesProblems(400, 403, 413, 415);
        group.MapMethods("/{id}/content", ["GET", "HEAD"], ContentAsync).WithName("getAssetContent").WithSummary("The uploaded bytes; serves ranges")
            .ProducesBytes([.. AssetLimits.Extensions.Keys]).ProducesProblems(404);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, ClaimsPrincipal caller, AssetLibrary library, CancellationToken cancellationToken)
    {
        if (await UploadBody.OpenAsync(request, cancellationToken) is not { } body)
            return ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Send the file as the body with Content-Type image/…, video/… or audio/…, or as multipart/form-data with a part named file.");
        try
        {
            var asset = await library.UploadAsync(caller.AccountId, body, cancellationToken);
            return TypedResults.Created(asset.ContentPath, asset.ToResponse());
        }
        catch (AssetRefusedException refused)
        {
            return refused.TooLarge
                ? ProblemResult.Of(413, ProblemCodes.TooLarge, refused.Message)
                : ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, refused.Message);
        }
    }

    private static async Task<IResult> ContentAsync(
        string id, ClaimsPrincipal caller, AssetIndex index, IAssetStore store, HttpContext context, CancellationToken cancellationToken) =>
        await index.FindAsync(caller.AccountId, id, cancellationToken) is { } asset
        && await store.OpenAsync(asset.Key, cancellationToken) is { } bytes
            ? StoredContent.Send(context, bytes, asset.Facts.ContentType, asset.Sha256, downloadName: null)
            : ProblemResult.NotFound();
}
