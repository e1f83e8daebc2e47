using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class AssetEndpoints
{
    // Room for the boundaries and headers of a multipart body around the file itself.
    private const long MaxBody = AssetLimits.MaxBytes + 64 * 1024;

    private const string Forms =
        "Send the file as the body with Content-Type image/…, video/… or audio/…, as multipart/form-data with a part named file, or JSON that names its url.";

    private static readonly string[] Kinds = ["image", "video", "audio"];
    private static readonly string[] Variants = ["file", AssetMapping.Thumbnail];

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/assets").WithTags("Assets").RequireAuthorization().ProducesProblems(401);
        group.MapPost("", UploadAsync).WithName("uploadAsset")
            .WithSummary($"Upload {AssetLimits.Taken}: as the raw body, as the part `file`, or by JSON that names an address or a generation")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody), UploadBody.Instance)
            .Produces<AssetResponse>(201).ProducesProblems(400, 403, 404, 409, 410, 413, 415);
        group.MapGet("", ListAsync).WithName("listAssets").WithSummary("List the account's assets, newest first").ProducesProblems(400);
        group.MapGet("/{id}", GetAsync).WithName("getAsset").WithSummary("Read one asset").ProducesProblems(404);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteAsset").WithSummary("Remove an asset, unless a generation that has not ended uses it")
            .ProducesProblems(403, 404, 409);
        group.MapMethods("/{id}/content", ["GET", "HEAD"], ContentAsync).WithName("getAssetContent").WithSummary("Read the bytes of an asset or of its thumbnail; serves ranges")
            .ProducesBytes([.. AssetLimits.Extensions.Keys]).ProducesProblems(400, 404);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, ClaimsPrincipal caller, AssetLibrary library, AssetSources sources, CancellationToken cancellationToken)
    {
        try
        {
            if (request.HasJsonContentType())
            {
                var (taken, refusal) = await sources.TakeAsync(caller.AccountId, request, cancellationToken);
                return taken is null ? refusal! : Created(taken);
            }

            if (await UploadBody.OpenAsync(request, cancellationToken) is not var (content, name)) return ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, Forms);
            return Created(await library.UploadAsync(caller.AccountId, content, name, cancellationToken));
        }
        catch (AssetRefusedException refused)
        {
            return refused.TooLarge
                ? ProblemResult.Of(413, ProblemCodes.TooLarge, refused.Message)
                : ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, refused.Message);
        }
    }

    private static async Task<Results<Ok<AssetPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, [AllowedValues("image", "video", "audio"), Description("Which kind; all when left out")] string? kind,
        ClaimsPrincipal caller, AssetIndex index, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsAssetId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (kind is not null && !Kinds.Contains(kind)) return OneOf("kind", kind, Kinds);
        var found = await index.ListAsync(caller.AccountId, page.Cursor, page.Size + 1, kind, cancellationToken);
        return TypedResults.Ok(new AssetPage(
            [.. found.Take(page.Size).Select(asset => asset.ToResponse())], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<AssetResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, AssetIndex index, CancellationToken cancellationToken) =>
        await index.FindAsync(caller.AccountId, id, cancellationToken) is { } asset ? TypedResults.Ok(asset.ToResponse()) : ProblemResult.NotFound();

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, AssetIndex index, CancellationToken cancellationToken) =>
        await index.RemoveAsync(caller.AccountId, id, cancellationToken) switch
        {
            AssetRemoval.Removed => TypedResults.NoContent(),
            AssetRemoval.InUse => ProblemResult.Of(409, ProblemCodes.Conflict, "A generation that has not ended uses it. Cancel that, or wait for its end."),
            _ => ProblemResult.NotFound(),
        };

    private static async Task<IResult> ContentAsync(
        string id, [AllowedValues("file", AssetMapping.Thumbnail), Description("file when left out")] string? variant,
        ClaimsPrincipal caller, AssetIndex index, IAssetStore store, HttpContext context, CancellationToken cancellationToken)
    {
        if (variant is not null && !Variants.Contains(variant)) return OneOf("variant", variant, Variants);
        if (await index.FindAsync(caller.AccountId, id, cancellationToken) is not { } asset) return ProblemResult.NotFound();
        var (key, type, tag) = variant is AssetMapping.Thumbnail
            ? (asset.ThumbnailKey, "image/webp", $"{asset.Sha256}-{variant}")
            : (asset.Key, asset.Facts.ContentType, asset.Sha256);
        if (key is null) return ProblemResult.NotFound("There is no thumbnail of this asset.");
        return await store.OpenAsync(key, cancellationToken) is { } bytes
            ? StoredContent.Send(context, bytes, type, tag, downloadName: null)
            : ProblemResult.NotFound("The file is no longer stored.");
    }

    private static Created<AssetResponse> Created(Asset asset) => TypedResults.Created(asset.ContentPath, asset.ToResponse());

    private static ProblemResult OneOf(string field, string given, IReadOnlyList<string> words) => ProblemResult.Invalid(
        new FieldProblem(field, $"{field} must be one of {string.Join(", ", words)}.", JsonValue.Create(given[..Math.Min(given.Length, 100)]), words));
}
