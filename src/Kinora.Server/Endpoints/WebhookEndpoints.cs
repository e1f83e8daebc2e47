using KieAi;
using Kinora.Core.Generations;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Provider callbacks").AllowAnonymous().ProducesProblems(400, 401, 413);
        group.MapPost("/kie", KieAsync).WithName("receiveKieCallback").WithSummary("KIE.ai reports that a market task has ended");
        group.MapPost("/veo", VeoAsync).WithName("receiveVeoCallback").WithSummary("KIE.ai reports that a Veo task has ended");
    }

    private static Task<Results<Ok<CallbackReceipt>, ProblemResult>> KieAsync(
        [AsParameters] CallbackQuery query, HttpRequest request, KinoraOptions options, CallbackProof proof, GenerationSettler settler, CancellationToken cancellationToken) =>
        ReceiveAsync(query, request, options.Kie.CallbackSecret, proof, settler, cancellationToken);

    private static Task<Results<Ok<CallbackReceipt>, ProblemResult>> VeoAsync(
        [AsParameters] CallbackQuery query, HttpRequest request, KinoraOptions options, CallbackProof proof, GenerationSettler settler, CancellationToken cancellationToken) =>
        ReceiveAsync(query, request, options.Kie.VeoSecret, proof, settler, cancellationToken);

    private static async Task<Results<Ok<CallbackReceipt>, ProblemResult>> ReceiveAsync(
        CallbackQuery query, HttpRequest request, string? secret, CallbackProof proof, GenerationSettler settler, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (KieCallback.Read(body.GetBuffer().AsMemory(0, (int)body.Length)) is not { } callback)
            return ProblemResult.Of(400, ProblemCodes.InvalidJson, "The body names no task.");
        if (!proof.Holds(request, query.Secret, secret, callback.TaskId) || !await IsOursAsync(query, callback, settler, cancellationToken))
            return ProblemResult.Of(401, ProblemCodes.Unauthorized, "The callback does not prove where it comes from.");
        return TypedResults.Ok(new CallbackReceipt(200, "received"));
    }

    private static async Task<bool> IsOursAsync(CallbackQuery query, KieCallback callback, GenerationSettler settler, CancellationToken cancellationToken) =>
        query is { Generation: { } generation, Attempt: { } attempt, Token: { } token }
        && await settler.CalledBackAsync(new(generation, attempt, token, callback.TaskId), cancellationToken);
}

/// <summary>The query of the address that was given to the provider.</summary>
internal sealed record CallbackQuery(
    [property: FromQuery(Name = "generation")] string? Generation,
    [property: FromQuery(Name = "attempt")] string? Attempt,
    [property: FromQuery(Name = "token")] string? Token,
    [property: FromQuery(Name = "secret")] string? Secret);

/// <summary>What KIE expects to hear.</summary>
internal sealed record CallbackReceipt(int Code, string Msg);
