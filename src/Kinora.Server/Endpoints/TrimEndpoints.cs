using System.Globalization;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Media;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class TrimEndpoints
{
    // What was measured may be rounded up by a caller.
    private const double Slack = 0.05;

    public static void MapTrim(this IEndpointRouteBuilder routes) => routes.MapPost("/api/assets/{id}/trim", TrimAsync)
        .WithTags("Assets").RequireAuthorization().WithName("trimAsset")
        .WithSummary("Cut a part out of a video, exact to the frame and with its sound, as an asset of its own")
        .ProducesProblems(400, 401, 403, 404, 409, 413, 415);

    private static async Task<Results<Created<AssetResponse>, ProblemResult>> TrimAsync(
        string id, TrimRequest request, ClaimsPrincipal caller, AssetIndex index, TrimmedAssets trimmed, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(caller.AccountId, id, cancellationToken) is not { } asset) return ProblemResult.NotFound();
        if (!asset.Facts.ContentType.StartsWith("video/", StringComparison.Ordinal))
            return ProblemResult.Of(415, ProblemCodes.UnsupportedMedia, "Only a video can be trimmed.");
        if (Fault(request, asset.Facts.DurationSeconds) is { } fault) return ProblemResult.Invalid(fault);
        try
        {
            var end = Math.Min(request.End, asset.Facts.DurationSeconds);
            return await trimmed.TrimAsync(asset, request.Start, end, cancellationToken) is { } part
                ? TypedResults.Created(part.ContentPath, part.ToResponse())
                : ProblemResult.NotFound("The file is no longer stored.");
        }
        catch (MediaException failed)
        {
            return ProblemResult.Of(409, ProblemCodes.Conflict, $"The video cannot be cut. {failed.Message}");
        }
        catch (AssetRefusedException refused)
        {
            return ProblemResult.Of(409, ProblemCodes.Conflict, $"The part cannot be kept. {refused.Message}");
        }
    }

    private static FieldProblem? Fault(TrimRequest request, double length)
    {
        if (!(request.Start >= 0 && request.Start <= length - TrimmedAssets.Shortest))
            return Outside("start", request.Start, 0, Math.Max(0, length - TrimmedAssets.Shortest));
        var last = Math.Min(length, request.Start + TrimmedAssets.Longest);
        return request.End >= request.Start + TrimmedAssets.Shortest && request.End <= last + Slack
            ? null
            : Outside("end", request.End, request.Start + TrimmedAssets.Shortest, last);
    }

    private static FieldProblem Outside(string field, double given, double from, double to)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"{from:0.###} to {to:0.###}");
        return new(field, $"{field} must be a number of seconds from {allowed}.", given, [allowed]);
    }
}
