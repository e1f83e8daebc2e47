using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>What is made of an earlier generation: its request with changes, its take continued, its take enlarged.</summary>
internal static class ChildEndpoints
{
    private const string KeyWords = "The same key and body make one generation; at most 200 characters";

    public static void MapChildren(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/generations/{id}").WithTags("Generations").RequireAuthorization().ProducesProblems(401);
        group.MapPost("/remix", RemixAsync).WithName("remixGeneration")
            .WithSummary("Accept the same request with changes: a JSON merge patch of the request form, in which a null takes a field out")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 404, 409, 413, 415, 503);
        group.MapPost("/extend", ExtendAsync).WithName("extendGeneration")
            .WithSummary("Accept a continuation of its take: the prompt, and other fields of the request form that the continuing model takes")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 404, 409, 413, 415, 503);
        group.MapPost("/upscale", UpscaleAsync).WithName("upscaleGeneration").WithSummary("Accept a larger version of its take")
            .Produces<GenerationResponse>(202).ProducesProblems(400, 402, 403, 404, 409, 413, 415, 503);
    }

    private static Task<IResult> RemixAsync(
        string id, JsonObject changes,
        [FromHeader(Name = "Idempotency-Key"), Description(KeyWords)] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        [AsParameters] ChildServices services, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken) =>
        AcceptAsync(
            id, caller, services, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, earlier => services.Requests.Remix(earlier, changes),
            new() { Surface = GenerationOrigin.Own, RemixOf = id }, cancellationToken);

    private static Task<IResult> ExtendAsync(
        string id, JsonObject settings,
        [FromHeader(Name = "Idempotency-Key"), Description(KeyWords)] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        [AsParameters] ChildServices services, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken) =>
        AcceptAsync(
            id, caller, services, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response, earlier => services.Requests.Extend(earlier, settings),
            origin: null, cancellationToken);

    private static Task<IResult> UpscaleAsync(
        string id, UpscaleRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description(KeyWords)] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        [AsParameters] ChildServices services, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken) =>
        AcceptAsync(
            id, caller, services, idempotencyKey, Languages.Of(named, response.HttpContext.Request), response,
            earlier => services.Requests.Upscale(earlier, request.Resolution), origin: null, cancellationToken);

    private static async Task<IResult> AcceptAsync(
        string id, ClaimsPrincipal caller, ChildServices services, string? idempotencyKey, string language, HttpResponse response,
        Func<Generation, (GenerationInput? Form, ProblemResult? Refusal)> request, GenerationOrigin? origin, CancellationToken cancellationToken)
    {
        if (await services.Store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } earlier) return ProblemResult.NotFound();
        var (form, refusal) = request(earlier);
        return form is null
            ? refusal!
            : await services.Acceptance.AcceptAsync(caller.Requester, form, origin, idempotencyKey, language, response, cancellationToken);
    }
}

/// <summary>What these endpoints share.</summary>
internal sealed record ChildServices
{
    public required ChildRequests Requests { get; init; }
    public required Acceptance Acceptance { get; init; }
    public required GenerationStore Store { get; init; }
}
