using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Endpoints;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.OpenAi;

internal static class VideoEndpoints
{
    private const int UsualPage = 20, LargestPage = 100;

    private static readonly Dictionary<string, OutputVariant> Variants = new()
    {
        ["video"] = OutputVariant.Video, ["thumbnail"] = OutputVariant.Poster, ["spritesheet"] = OutputVariant.Filmstrip,
    };

    public static Task<IResult> CreateAsync(
        HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, VideoCreation creation,
        CancellationToken cancellationToken) =>
        creation.CreateAsync(caller.Requester, idempotencyKey, request, cancellationToken);

    public static async Task<IResult> RemixAsync(
        string id, HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, GenerationStore store,
        VideoCreation creation, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } earlier
            ? await creation.RemixAsync(caller.Requester, earlier, idempotencyKey, request, cancellationToken)
            : NotFound();

    public static async Task<IResult> ListAsync(
        int? limit, string? order, string? after, ClaimsPrincipal caller, GenerationStore store, VideoAnswers answers, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > LargestPage) return Fault("limit", "limit must be a whole number from 1 to 100.");
        if (order is not (null or "asc" or "desc")) return Fault("order", "order must be asc or desc.");
        if (!Cursors.IsGenerationId(after)) return Fault("after", "after must be the id of a video.");
        var size = limit ?? UsualPage;
        var found = await store.ListAsync(caller.AccountId, after, size + 1, new() { Order = order is "asc" ? GenerationOrder.Oldest : GenerationOrder.Newest }, cancellationToken);
        return answers.Page(found, size);
    }

    public static async Task<IResult> GetAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, VideoAnswers answers, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } generation ? answers.One(generation) : NotFound();

    public static async Task<IResult> DeleteAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, LibraryStore library, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return NotFound();
        return await library.DeleteAsync(caller.AccountId, id, time.GetUtcNow(), cancellationToken)
            ? TypedResults.Json(new VideoDeleted(id), OpenAiWire.Json.VideoDeleted)
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"It is {WireNames.Of(generation.Status)}; only what has ended can be deleted.");
    }

    public static async Task<IResult> ContentAsync(
        string id, string? variant, ClaimsPrincipal caller, GenerationStore store, IAssetStore assets, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Variants.TryGetValue(variant ?? "video", out var wanted)) return Fault("variant", $"variant must be one of {string.Join(", ", Variants.Keys)}.");
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return NotFound();
        return ContentEndpoints.Missing(generation, wanted, 0)
            ?? await ContentEndpoints.SendAsync(generation.Outputs[0], wanted, name: null, assets, context, cancellationToken);
    }

    private static ProblemResult NotFound() => ProblemResult.NotFound("There is no video with this id.");

    private static ProblemResult Fault(string name, string message) => ProblemResult.Of(400, ProblemCodes.InvalidInput, message).About(name);
}
