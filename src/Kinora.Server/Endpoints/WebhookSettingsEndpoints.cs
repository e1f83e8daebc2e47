using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Core.Webhooks;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Where an account hears of its generations, and what that is signed with.</summary>
internal static class WebhookSettingsEndpoints
{
    private const string Endpoints = "/api/webhooks/endpoints";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static void MapWebhookSettings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Webhooks").RequireAuthorization().ProducesProblems(401);
        group.MapGet("/endpoints", ListAsync).WithName("listWebhookEndpoints").WithSummary("List the account's endpoints, oldest first, without their secrets");
        group.MapPost("/endpoints", AddAsync).WithName("addWebhookEndpoint").WithSummary("Make an endpoint, whose secret this answer alone tells; an account may have 20")
            .ProducesProblems(400, 409);
        group.MapGet("/endpoints/{id}", GetAsync).WithName("getWebhookEndpoint").WithSummary("Read one endpoint").ProducesProblems(404);
        group.MapPatch("/endpoints/{id}", ChangeAsync).WithName("changeWebhookEndpoint")
            .WithSummary("Change address, events or description; disable or enable it").ProducesProblems(400, 404);
        group.MapDelete("/endpoints/{id}", RemoveAsync).WithName("deleteWebhookEndpoint").WithSummary("Delete an endpoint; what waits for it is given up").ProducesProblems(404);
        group.MapPost("/endpoints/{id}/rotate", RotateAsync).WithName("rotateWebhookEndpoint")
            .WithSummary("Make a new secret, beside which the old one signs for 24 hours").ProducesProblems(404);
        group.MapGet("/secret", SecretAsync).WithName("getWebhookSecret").WithSummary("Read what signs the webhooks that go to a request's own webhookUrl")
            .WithMetadata(KeyNeeds.Generate);
        group.MapPost("/secret/rotate", RotateSecretAsync).WithName("rotateWebhookSecret").WithSummary("Make a new one, beside which the old one signs for 24 hours");
    }

    private static async Task<Ok<WebhookEndpointPage>> ListAsync(ClaimsPrincipal caller, WebhookEndpointStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var week = await store.CountsAsync(caller.AccountId, time.GetUtcNow() - Week, cancellationToken);
        var endpoints = await store.ListAsync(caller.AccountId, cancellationToken);
        return TypedResults.Ok(new WebhookEndpointPage([.. endpoints.Select(endpoint => endpoint.ToResponse(week.GetValueOrDefault(endpoint.Id)))]));
    }

    private static async Task<Results<Created<WebhookEndpointResponse>, ProblemResult>> AddAsync(
        WebhookEndpointRequest request, ClaimsPrincipal caller, WebhookEndpointStore store, WebhookSecretStore secrets, WebhookAddress addresses, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var faults = WebhookFaults.Of(request.Url, request.Events, request.Description, addresses).ToArray();
        if (faults.Length > 0) return ProblemResult.Invalid(faults);
        var now = time.GetUtcNow();
        var endpoint = new WebhookEndpoint(
            WebhookEndpoint.NewId(now), caller.AccountId, new(request.Url), WebhookFaults.InOrder(request.Events),
            WebhookFaults.Text(request.Description), request.Enabled ?? true, now);
        if (!await store.AddAsync(endpoint, cancellationToken))
            return ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {WebhookEndpointStore.MostOfOne} endpoints. Delete one first.");
        var secret = await secrets.ReadAsync(endpoint.Id, cancellationToken);
        return TypedResults.Created($"{Endpoints}/{endpoint.Id}", endpoint.ToResponse() with { Secret = secret.Current });
    }

    private static async Task<Results<Ok<WebhookEndpointResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, WebhookEndpointStore store, TimeProvider time, CancellationToken cancellationToken) =>
        await store.FindAsync(caller.AccountId, id, cancellationToken) is { } endpoint
            ? TypedResults.Ok(endpoint.ToResponse((await store.CountsAsync(caller.AccountId, time.GetUtcNow() - Week, cancellationToken)).GetValueOrDefault(id)))
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<WebhookEndpointResponse>, ProblemResult>> ChangeAsync(
        string id, WebhookEndpointChangeRequest request, ClaimsPrincipal caller, WebhookEndpointStore store, WebhookAddress addresses, CancellationToken cancellationToken)
    {
        var faults = WebhookFaults.Of(request.Url, request.Events, request.Description, addresses).ToArray();
        if (faults.Length > 0) return ProblemResult.Invalid(faults);
        var changed = await store.ChangeAsync(
            caller.AccountId, id,
            endpoint => endpoint with
            {
                Url = request.Url is { } url ? new(url) : endpoint.Url,
                Events = request.Events is { } events ? WebhookFaults.InOrder(events) : endpoint.Events,
                Description = request.Description is { } text ? WebhookFaults.Text(text) : endpoint.Description,
                Enabled = request.Enabled ?? endpoint.Enabled,
            },
            cancellationToken);
        return changed is null ? ProblemResult.NotFound() : TypedResults.Ok(changed.ToResponse());
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, WebhookEndpointStore store, CancellationToken cancellationToken) =>
        await store.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static async Task<Results<Ok<WebhookSecretResponse>, ProblemResult>> RotateAsync(
        string id, ClaimsPrincipal caller, WebhookEndpointStore store, WebhookSecretStore secrets, CancellationToken cancellationToken) =>
        await store.FindAsync(caller.AccountId, id, cancellationToken) is null
            ? ProblemResult.NotFound()
            : TypedResults.Ok(ToResponse(await secrets.RotateAsync(id, cancellationToken)));

    private static async Task<Results<Ok<WebhookSecretResponse>, ProblemResult>> SecretAsync(
        ClaimsPrincipal caller, WebhookSecretStore secrets, CancellationToken cancellationToken)
    {
        var secret = await secrets.ReadAsync(caller.AccountId, cancellationToken);
        return secret.Current is null
            ? ProblemResult.Of(409, ProblemCodes.Conflict, "The secret cannot be read any more, because the keys that protect it are gone. Rotate it.")
            : TypedResults.Ok(ToResponse(secret));
    }

    private static async Task<Ok<WebhookSecretResponse>> RotateSecretAsync(ClaimsPrincipal caller, WebhookSecretStore secrets, CancellationToken cancellationToken) =>
        TypedResults.Ok(ToResponse(await secrets.RotateAsync(caller.AccountId, cancellationToken)));

    private static WebhookSecretResponse ToResponse(WebhookSecret secret) => new(secret.Current!, secret.Previous is null ? null : secret.PreviousUntil);
}
