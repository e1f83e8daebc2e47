using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class GenerationEndpoints
{
    private const int LongestTaskId = 200;

    public static void MapGenerations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Generations").RequireAuthorization().ProducesProblems(401);
        group.MapPost("/generate/video", GenerateAsync).WithName("generateVideo")
            .WithSummary("Accept a request; answers once it is durable and its credits are held")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 409, 413, 415, 503);
        group.MapPost("/generate/batch", BatchAsync).WithName("generateBatch")
            .WithSummary("Accept 1 to 100 requests in one commit: all of them or none")
            .WithMetadata(new RequestSizeLimitAttribute(Acceptance.MaxBatchBody))
            .Produces<BatchResponse>(202).ProducesProblems(400, 402, 403, 409, 413, 415, 503);
        group.MapGet("/generations", ListAsync).WithName("listGenerations").WithSummary("List the account's generations, newest first unless sorted otherwise").ProducesProblems(400);
        group.MapGet("/generations/{id}", GetAsync).WithName("getGeneration")
            .WithSummary("Read one generation with its history and its entries in the ledger").ProducesProblems(404);
        group.MapPost("/generations/{id}/again", AgainAsync).WithName("generateAgain").WithSummary("Accept the same request once more")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 404, 409, 503);
        group.MapPost("/generations/{id}/cancel", CancelAsync).WithName("cancelGeneration")
            .WithSummary("Withdraw it: for nothing while it is queued, later only where the provider can stop it")
            .ProducesProblems(403, 404, 409);
        group.MapPost("/generations/{id}/sync", SyncAsync).WithName("syncGeneration")
            .WithSummary("Read the provider's record now, and tell the state afterwards")
            .ProducesProblems(403, 404);
        group.MapPost("/kie/sync-manual", SyncManualAsync).WithName("syncTask")
            .WithSummary("Read the provider's record of a generation that is known by the provider's task id, or by its own; it is looked for among the account's newest 5,000")
            .ProducesProblems(400, 403, 404, 413, 415);
    }

    private static Task<IResult> GenerateAsync(
        GenerateVideoRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make one generation; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken) =>
        acceptance.AcceptAsync(caller.Requester, request.ToInput(), idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, cancellationToken);

    private static Task<IResult> BatchAsync(
        GenerateBatchRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description("For the whole batch: the same key and body make it once; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken) =>
        acceptance.AcceptBatchAsync(caller.Requester, request, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, cancellationToken);

    private static async Task<IResult> AgainAsync(
        string id,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make one generation; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, GenerationStore store, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } earlier
            ? await acceptance.AcceptAsync(caller.Requester, earlier.Input, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, cancellationToken)
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<GenerationPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] GenerationQuery query,
        ClaimsPrincipal caller, GenerationStore store, CollectionStore collections, ModelCatalog catalog, HttpRequest request, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsGenerationId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        var (filter, faults) = query.Read(catalog);
        if (faults.Count > 0) return ProblemResult.Invalid([.. faults]);
        var found = await store.ListAsync(caller.AccountId, page.Cursor, page.Size + 1, filter, cancellationToken);
        // Where the page begins is known only as long as the cursor's generation has a place.
        if (found.Count == 0 && page.Cursor is { } cursor && filter is { Order: GenerationOrder.Own, Collection: { } collection }
            && !await collections.HasAsync(caller.AccountId, collection, cursor, cancellationToken))
            return ProblemResult.Invalid(new FieldProblem("cursor", "The page before ended with a generation that is no longer in the collection. Read from the first page.", cursor, null));
        return TypedResults.Ok(found.ToPage(page.Size, catalog, Languages.Of(null, request)));
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, GenerationAnswers answers, HttpRequest request, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } generation
            ? TypedResults.Ok(await answers.WholeAsync(generation, request, cancellationToken))
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> CancelAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, GenerationAnswers answers, GenerationCanceler canceler, HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is null) return ProblemResult.NotFound();
        return await canceler.CancelAsync(id, cancellationToken) switch
        {
            CancelResult.Canceled canceled => TypedResults.Ok(await answers.WholeAsync(canceled.Generation, request, cancellationToken)),
            CancelResult.Refused refused => ProblemResult.Of(409, ProblemCodes.NotCancelable, refused.Reason),
            _ => ProblemResult.NotFound(),
        };
    }

    private static async Task<Results<Ok<SyncResponse>, ProblemResult>> SyncAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, GenerationAnswers answers, GenerationSync sync, HttpRequest request,
        CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is null
            ? ProblemResult.NotFound()
            : TypedResults.Ok(await ReadRecordAsync(id, answers, sync, request, cancellationToken));

    private static async Task<Results<Ok<SyncResponse>, ProblemResult>> SyncManualAsync(
        ManualSyncRequest task, ClaimsPrincipal caller, GenerationStore store, GenerationAnswers answers, GenerationSync sync, HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (task.TaskId.Length is < 1 or > LongestTaskId)
            return ProblemResult.Invalid(new FieldProblem("taskId", "taskId must have 1 to 200 characters.", task.TaskId.Length, ["1 to 200 characters"]));
        var generation = await store.FindOwnAsync(caller.AccountId, task.TaskId, cancellationToken)
            ?? await store.FindByTaskAsync(caller.AccountId, task.TaskId, cancellationToken);
        return generation is null
            ? ProblemResult.NotFound("No generation of this account has this id or such a task.")
            : TypedResults.Ok(await ReadRecordAsync(generation.Id, answers, sync, request, cancellationToken));
    }

    private static async Task<SyncResponse> ReadRecordAsync(
        string id, GenerationAnswers answers, GenerationSync sync, HttpRequest request, CancellationToken cancellationToken)
    {
        var result = (await sync.SyncAsync(id, cancellationToken))!;
        return new(result.Asked, result.Message, await answers.WholeAsync(result.Generation, request, cancellationToken));
    }
}
