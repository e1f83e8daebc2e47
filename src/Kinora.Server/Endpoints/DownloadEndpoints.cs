using System.ComponentModel;
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

namespace Kinora.Server.Endpoints;

internal static class DownloadEndpoints
{
    private const int MostIds = 100, MostOfCollection = 1000;

    public static void MapDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/downloads", DownloadAsync).WithTags("Library").WithName("downloadZip")
            .WithSummary("Download all videos of some generations, or of a collection, as one zip that is made while it is sent")
            .Produces<Stream>(200, "application/zip").ProducesProblems(400, 401, 404, 409).RequireAuthorization();

    private static async Task<IResult> DownloadAsync(
        [Description("1 to 100 ids of generations, separated by commas")] string? ids,
        [Description("The id of a collection, in place of ids; its first 1,000, in its own order")] string? collection,
        ClaimsPrincipal caller, GenerationStore store, IAssetStore assets, CancellationToken cancellationToken)
    {
        var wanted = (ids ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        if ((wanted.Length == 0) == (collection is null) || wanted.Length > MostIds)
            return ProblemResult.Invalid(new FieldProblem("ids", "Give 1 to 100 ids, or a collection.", JsonValue.Create(wanted.Length), null));
        List<Generation> found = [];
        if (collection is not null) found = await store.ListAsync(caller.AccountId, null, MostOfCollection, new() { Collection = collection, Order = GenerationOrder.Own }, cancellationToken);
        foreach (var id in wanted)
        {
            if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound($"There is no {id} in your account.");
            found.Add(generation);
        }

        var videos = found.Where(generation => generation.ExpiredAt is null)
            .SelectMany(generation => generation.Outputs.Index(), (generation, output) => (generation, output)).ToList();
        return videos.Count == 0
            ? ProblemResult.Of(409, ProblemCodes.NotReady, "None of them has a video.")
            : new ZipOfVideos([.. videos.Select(video => new ZipOfVideos.Entry(
                FileNames.For(video.generation, video.output.Index, OutputVariant.Video.FileEnding(video.output.Item)),
                video.output.Item.VideoKey, video.generation.CompletedAt ?? video.generation.CreatedAt))], assets);
    }
}
