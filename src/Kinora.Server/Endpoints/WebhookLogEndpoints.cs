using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Core.Webhooks;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>What was sent to an account's receivers, and sending it once more.</summary>
internal static class WebhookLogEndpoints
{
    private const string Disabled = "The endpoint is disabled or deleted. Enable it first.";

    public static void MapWebhookLog(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Webhooks").RequireAuthorization().ProducesProblems(401);
        group.MapGet("/deliveries", ListAsync).WithName("listWebhookDeliveries").WithSummary("List what was and will be sent, newest first").ProducesProblems(400);
        group.MapGet("/deliveries/{id}", GetAsync).WithName("getWebhookDelivery").WithSummary("Read one with its tries and what is sent").ProducesProblems(404);
        group.MapPost("/deliveries/{id}/replay", ReplayAsync).WithName("replayWebhookDelivery")
            .WithSummary("Send it once more at once, with the same id, and go on as with a new one if that fails").ProducesProblems(404, 409);
        group.MapPost("/endpoints/{id}/replay", ReplaySpanAsync).WithName("replayWebhookEndpoint")
            .WithSummary("Send an endpoint once more what came about in a span of time, the oldest 1,000").ProducesProblems(400, 404, 409);
        group.MapPost("/endpoints/{id}/test", TestAsync).WithName("testWebhookEndpoint").WithSummary("Send an endpoint the event webhook.test")
            .Produces<WebhookDeliveryResponse>(202).ProducesProblems(404, 409);
    }

    private static async Task<Results<Ok<WebhookDeliveryPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] WebhookQuery query, ClaimsPrincipal caller, DeliveryLog log, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsDeliveryId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (query.Fault() is { } wrong) return ProblemResult.Invalid(wrong);
        var found = await log.ListAsync(caller.AccountId, query.Filter(), page.Cursor, page.Size + 1, cancellationToken);
        return TypedResults.Ok(new WebhookDeliveryPage(
            [.. found.Take(page.Size).Select(delivery => delivery.ToResponse())], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<WebhookDeliveryResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, DeliveryLog log, GenerationStore generations, WebhookBody body, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(caller.AccountId, id, cancellationToken) is not { } delivery) return ProblemResult.NotFound();
        var now = delivery.GenerationId is { } about ? await generations.FindAsync(about, cancellationToken) : null;
        return TypedResults.Ok(delivery.ToResponse() with { Log = [.. delivery.Log.Select(tried => tried.ToResponse())], Payload = body.Of(delivery, delivery.Tell(now)) });
    }

    private static async Task<Results<NoContent, ProblemResult>> ReplayAsync(string id, ClaimsPrincipal caller, DeliveryLog log, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(caller.AccountId, id, cancellationToken) is null) return ProblemResult.NotFound();
        return await log.RetryAsync(id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.Of(409, ProblemCodes.Conflict, Disabled);
    }

    private static async Task<Results<Ok<WebhookReplayResponse>, ProblemResult>> ReplaySpanAsync(
        string id, WebhookReplayRequest span, ClaimsPrincipal caller, WebhookEndpointStore endpoints, WebhookCalls calls, CancellationToken cancellationToken)
    {
        if (span.From >= span.Until) return ProblemResult.Invalid(new FieldProblem("until", "until must be after from.", null, null));
        if (await endpoints.FindAsync(caller.AccountId, id, cancellationToken) is not { } endpoint) return ProblemResult.NotFound();
        if (!endpoint.Enabled) return ProblemResult.Of(409, ProblemCodes.Conflict, Disabled);
        var (count, next) = await calls.ReplayAsync(endpoint, span.From, span.Until, cancellationToken);
        return TypedResults.Ok(new WebhookReplayResponse(count, next));
    }

    private static async Task<IResult> TestAsync(
        string id, ClaimsPrincipal caller, WebhookEndpointStore endpoints, WebhookCalls calls, DeliveryLog log, CancellationToken cancellationToken)
    {
        if (await endpoints.FindAsync(caller.AccountId, id, cancellationToken) is not { } endpoint) return ProblemResult.NotFound();
        if (!endpoint.Enabled) return ProblemResult.Of(409, ProblemCodes.Conflict, Disabled);
        var delivery = await log.FindAsync(caller.AccountId, await calls.TestAsync(endpoint, cancellationToken), cancellationToken);
        return TypedResults.Accepted("/api/webhooks/deliveries/" + delivery!.Id, delivery.ToResponse());
    }
}

/// <summary>Which deliveries.</summary>
internal sealed record WebhookQuery
{
    private static readonly string[] States = ["waiting", "taken", "failed"];
    private static readonly string[] Events = [.. WebhookEvents.All, WebhookEvents.Test];

    [FromQuery(Name = "endpoint"), Description("Only those of this endpoint")]
    public string? Endpoint { get; init; }

    [FromQuery(Name = "event"), Description("Only this event, such as generation.succeeded")]
    public string? Event { get; init; }

    [FromQuery(Name = "state"), AllowedValues("waiting", "taken", "failed"), Description("waiting: will be tried; taken: answered with 2xx; failed: given up")]
    public string? State { get; init; }

    public FieldProblem? Fault() =>
        State is not null && !States.Contains(State) ? new("state", "state must be waiting, taken or failed.", State, States)
        : Event is not null && !Events.Contains(Event) ? new("event", $"event must be one of {string.Join(", ", Events)}.", Event, Events)
        : null;

    public DeliveryFilter Filter() =>
        new(Endpoint, Event, State switch { "waiting" => DeliveryState.Waiting, "taken" => DeliveryState.Taken, "failed" => DeliveryState.Failed, _ => null });
}
