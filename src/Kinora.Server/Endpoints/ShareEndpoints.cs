using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
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

/// <summary>Links by which people without a key look at takes: as hard to guess as a key, listed nowhere, and ended at any time.</summary>
internal static class ShareEndpoints
{
    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/generations/{id}/share").WithTags("Library").RequireAuthorization().ProducesProblems(401, 403, 404);
        own.MapPut("", ShareAsync).WithName("shareGeneration").WithSummary("Make a link for people without a key, or change what it tells and allows; the same one while it holds")
            .ProducesProblems(400, 409, 413, 415);
        own.MapDelete("", EndAsync).WithName("endShare").WithSummary("End the link; a later one is another");
        var open = routes.MapGroup("/api/shared/{token}").WithTags("Library").ProducesProblems(404);
        open.MapGet("", ShowAsync).WithName("getShared").WithSummary("Read what is shared under a link");
        open.MapMethods("/content", ["GET", "HEAD"], ContentAsync).WithName("getSharedContent").WithSummary("Read a shared video or a picture of it; serves ranges")
            .ProducesBytes("video/mp4", "image/webp").ProducesProblems(400, 410);
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> ShareAsync(
        string id, ShareRequest? asked, ClaimsPrincipal caller, LibraryStore library, GenerationStore store, GenerationAnswers answers, TimeProvider time,
        HttpRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (asked?.EndsAt <= now) return ProblemResult.Invalid(new FieldProblem("endsAt", "endsAt must lie in the future.", JsonValue.Create(asked.EndsAt), null));
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound();
        if (generation.Outputs.Count == 0) return ProblemResult.Of(409, ProblemCodes.NotReady, "There is no video yet that could be shared.");
        var share = generation.Marks.Share is { } made && !made.HasEnded(now) ? made : new GenerationShare(Secret.New());
        if (asked is not null) share = new(share.Token, asked.ShowPrompt ?? true, asked.AllowDownload ?? true, asked.EndsAt);
        if (share != generation.Marks.Share) await library.SetShareAsync(caller.AccountId, id, share, cancellationToken);
        return TypedResults.Ok(await answers.NowAsync(id, request, cancellationToken));
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> EndAsync(
        string id, ClaimsPrincipal caller, LibraryStore library, GenerationStore store, GenerationAnswers answers, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is null) return ProblemResult.NotFound();
        await library.SetShareAsync(caller.AccountId, id, share: null, cancellationToken);
        return TypedResults.Ok(await answers.NowAsync(id, request, cancellationToken));
    }

    private static async Task<Results<Ok<SharedResponse>, ProblemResult>> ShowAsync(
        string token, LibraryStore library, TimeProvider time, CancellationToken cancellationToken) =>
        await library.FindSharedAsync(token, time.GetUtcNow(), cancellationToken) is { Marks.Share: { } share } generation
            ? TypedResults.Ok(generation.ToShared(share))
            : ProblemResult.NotFound();

    private static async Task<IResult> ContentAsync(
        string token,
        [AllowedValues("video", "poster", "preview", "firstFrame", "lastFrame", "filmstrip"), Description("video when left out")] string? variant,
        [Description("Which output; 0 when left out")] int? index,
        [AllowedValues("0", "1"), Description("1 asks browsers to save it under a name")] string? download,
        LibraryStore library, IAssetStore assets, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (OutputVariant.Named(variant ?? OutputVariant.Video.Name) is not { } wanted) return ContentEndpoints.Unknown(variant!);
        if (await library.FindSharedAsync(token, time.GetUtcNow(), cancellationToken) is not { Marks.Share: { } share } generation) return ProblemResult.NotFound();
        if (ContentEndpoints.Missing(generation, wanted, index ?? 0) is { } missing) return missing;
        if (download == "1" && !share.AllowDownload) return ProblemResult.NotFound("It may be watched, and is not offered to be kept.");
        StoredContent.AllowElsewhere(context);
        var output = generation.Outputs[index ?? 0];
        var name = download == "1" ? NameOf(generation, share, index ?? 0, wanted.FileEnding(output)) : null;
        return await ContentEndpoints.SendAsync(output, wanted, name, assets, context, cancellationToken);
    }
    private static string NameOf(Generation generation, GenerationShare share, int index, string ending) =>
        share.ShowPrompt ? FileNames.For(generation, index, ending) : FileNames.Plain(index, ending);
}
