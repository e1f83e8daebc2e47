using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class GenerationEndpoints
{
    public static void MapGenerations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Generations").RequireAuthorization().ProducesProblems(401);
        group.MapPost("/generate/video", GenerateAsync).WithName("generateVideo")
            .WithSummary("Accept a request; answers once it is durable and its credits are held")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 409, 413, 415);
        group.MapGet("/generations", ListAsync).WithName("listGenerations").WithSummary("The account's generations, newest first").ProducesProblems(400);
        group.MapGet("/generations/{id}", GetAsync).WithName("getGeneration").WithSummary("One generation with its history").ProducesProblems(404);
        group.MapPost("/generations/{id}/again", AgainAsync).WithName("generateAgain").WithSummary("Accept the same request once more")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 404, 409);
        group.MapPost("/generations/{id}/cancel", CancelAsync).WithName("cancelGeneration").WithSummary("Withdraw it while it is queued")
            .ProducesProblems(403, 404, 409);
    }

    private static Task<IResult> GenerateAsync(
        GenerateVideoRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make one generation; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken) =>
        acceptance.AcceptAsync(caller.AccountId, request.ToInput(), idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, cancellationToken);

    private static async Task<IResult> AgainAsync(
        string id,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make one generation; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, GenerationStore store, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } earlier
            ? await acceptance.AcceptAsync(caller.AccountId, earlier.Input, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, cancellationToken)
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<GenerationPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page,
        [AllowedValues("queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled")] string? status,
        ClaimsPrincipal caller, GenerationStore store, ModelCatalog catalog, HttpRequest request, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsGenerationId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (!WireNames.TryReadFilter(status, out var wanted)) return ProblemResult.Invalid(WireNames.Fault(status));
        var found = await store.ListAsync(caller.AccountId, page.Cursor, page.Size + 1, wanted, cancellationToken);
        return TypedResults.Ok(found.ToPage(page.Size, catalog, Languages.Of(null, request)));
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, ModelCatalog catalog, HttpRequest request, CancellationToken cancellationToken) =>
        await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is { } generation
            ? TypedResults.Ok(generation.ToResponse(catalog, Languages.Of(null, request), await store.HistoryAsync(id, cancellationToken)))
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> CancelAsync(
        string id, ClaimsPrincipal caller, GenerationStore store, ModelCatalog catalog, GenerationCanceler canceler, HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is null) return ProblemResult.NotFound();
        var generation = (await canceler.CancelAsync(id, cancellationToken))!;
        return generation.Status is GenerationStatus.Canceled
            ? TypedResults.Ok(generation.ToResponse(catalog, Languages.Of(null, request), await store.HistoryAsync(id, cancellationToken)))
            : ProblemResult.Of(409, ProblemCodes.NotCancelable, $"It is {WireNames.Of(generation.Status)}; only a queued generation can be withdrawn.");
    }
}
