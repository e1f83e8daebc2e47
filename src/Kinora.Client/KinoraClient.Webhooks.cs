using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <summary>Webhooks: where the server calls when something happens to a generation.</summary>
public sealed partial class KinoraClient
{
    private const string Endpoints = "api/webhooks/endpoints", Deliveries = "api/webhooks/deliveries";

    /// <summary>The account's endpoints, oldest first.</summary>
    public Task<WebhookEndpointPage> WebhookEndpointsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get(Endpoints), Default.WebhookEndpointPage, cancellationToken);

    /// <summary>One endpoint.</summary>
    public Task<WebhookEndpointResponse> WebhookEndpointAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get(Endpoint(id)), Default.WebhookEndpointResponse, cancellationToken);

    /// <summary>Makes an endpoint; only this answer holds its secret.</summary>
    public Task<WebhookEndpointResponse> AddWebhookEndpointAsync(WebhookEndpointRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(Post(Endpoints, JsonContent.Create(request, Default.WebhookEndpointRequest)), Default.WebhookEndpointResponse, cancellationToken);

    /// <summary>Changes an endpoint.</summary>
    public Task<WebhookEndpointResponse> ChangeWebhookEndpointAsync(string id, WebhookEndpointChangeRequest change, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Patch, Endpoint(id)) { Content = JsonContent.Create(change, Default.WebhookEndpointChangeRequest) }, Default.WebhookEndpointResponse, cancellationToken);

    /// <summary>Deletes an endpoint; what waits for it is given up.</summary>
    public Task DeleteWebhookEndpointAsync(string id, CancellationToken cancellationToken = default) => DoneAsync(new(HttpMethod.Delete, Endpoint(id)), cancellationToken);

    /// <summary>Makes a new secret for an endpoint, beside which the old one signs for 24 hours.</summary>
    public Task<WebhookSecretResponse> RotateWebhookEndpointAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post(Endpoint(id) + "/rotate", null), Default.WebhookSecretResponse, cancellationToken);

    /// <summary>Sends an endpoint the event <c>webhook.test</c>.</summary>
    public Task<WebhookDeliveryResponse> TestWebhookEndpointAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post(Endpoint(id) + "/test", null), Default.WebhookDeliveryResponse, cancellationToken);

    /// <summary>Sends an endpoint once more what came about in a span of time, at most 1,000 events.</summary>
    public Task<WebhookReplayResponse> ReplayWebhookEndpointAsync(string id, WebhookReplayRequest span, CancellationToken cancellationToken = default) =>
        SendAsync(Post(Endpoint(id) + "/replay", JsonContent.Create(span, Default.WebhookReplayRequest)), Default.WebhookReplayResponse, cancellationToken);

    /// <summary>What signs the webhooks that go to a request's own <c>webhookUrl</c>.</summary>
    public Task<WebhookSecretResponse> WebhookSecretAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/webhooks/secret"), Default.WebhookSecretResponse, cancellationToken);

    /// <summary>Makes a new one, beside which the old one signs for 24 hours.</summary>
    public Task<WebhookSecretResponse> RotateWebhookSecretAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/webhooks/secret/rotate", null), Default.WebhookSecretResponse, cancellationToken);

    /// <summary>A page of the account's webhooks, newest first.</summary>
    /// <param name="endpoint">Only those of this endpoint.</param>
    /// <param name="type">Only this event.</param>
    /// <param name="state"><c>waiting</c>, <c>taken</c> or <c>failed</c>.</param>
    /// <param name="cursor"><c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1 to 100; 24 when null.</param>
    public Task<WebhookDeliveryPage> WebhookDeliveriesAsync(
        string? endpoint = null, string? type = null, string? state = null, string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) => SendAsync(
        Get(Deliveries + Query(("endpoint", endpoint), ("event", type), ("state", state), ("cursor", cursor), ("limit", Text(limit)))),
        Default.WebhookDeliveryPage, cancellationToken);

    /// <summary>One webhook with its tries and what is posted.</summary>
    public Task<WebhookDeliveryResponse> WebhookDeliveryAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Get($"{Deliveries}/{Segment(id)}"), Default.WebhookDeliveryResponse, cancellationToken);

    /// <summary>Sends a webhook once more, with the same id.</summary>
    public Task ReplayWebhookDeliveryAsync(string id, CancellationToken cancellationToken = default) =>
        DoneAsync(Post($"{Deliveries}/{Segment(id)}/replay", null), cancellationToken);

    private static string Endpoint(string id) => $"{Endpoints}/{Segment(id)}";
}
