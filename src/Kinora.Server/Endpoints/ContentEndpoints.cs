using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class ContentEndpoints
{
    private static readonly IReadOnlyList<string> Variants = ["video", "poster"];

    public static void MapContent(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/api/generations/{id}/content", ["GET", "HEAD"], ContentAsync).WithTags("Generations").WithName("getContent")
            .WithSummary("The stored video or its poster; serves ranges")
            .ProducesBytes("video/mp4", "image/webp").ProducesProblems(400, 401, 404, 409, 410).RequireAuthorization();

    private static async Task<IResult> ContentAsync(
        string id,
        [AllowedValues("video", "poster"), Description("video when left out")] string? variant,
        [Description("Which output; 0 when left out")] int? index,
        [AllowedValues("0", "1"), Description("1 asks browsers to save it under a name")] string? download,
        ClaimsPrincipal caller, GenerationStore store, IAssetStore assets, HttpContext context, CancellationToken cancellationToken)
    {
        variant ??= "video";
        if (!Variants.Contains(variant))
            return ProblemResult.Invalid(new FieldProblem("variant", "variant must be video or poster.", JsonValue.Create(variant), Variants));
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound();
        if (generation.Status is not GenerationStatus.Succeeded)
            return ProblemResult.Of(409, ProblemCodes.NotReady, $"It is {WireNames.Of(generation.Status)}; only a succeeded generation has content.");
        if (generation.Outputs.ElementAtOrDefault(index ?? 0) is not { } output) return ProblemResult.NotFound("There is no output with this index.");

        if (generation.ExpiredAt is not null) return ProblemResult.Of(410, ProblemCodes.Expired, "Its files were deleted when they had been kept long enough.");

        var video = variant == "video";
        var key = video ? output.VideoKey : output.PosterKey;
        if (await assets.OpenAsync(key, cancellationToken) is not { } bytes) return ProblemResult.NotFound("The file is no longer stored.");
        var type = video ? output.Facts.ContentType : "image/webp";
        // A poster is made of its video once, so the video's hash names both.
        var tag = video ? output.Sha256 : output.Sha256 + "-poster";
        return StoredContent.Send(context, bytes, type, tag, download == "1" ? FileNames.For(generation, index ?? 0, video) : null);
    }
}
