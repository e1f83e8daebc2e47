using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Core.Webhooks;

namespace Kinora.Server.Wire;

/// <summary>Endpoints and deliveries, from the domain to the wire.</summary>
internal static class WebhookMapping
{
    public static WebhookEndpointResponse ToResponse(this WebhookEndpoint endpoint, DeliveryCounts? week = null) => new(endpoint.Id, endpoint.Url, endpoint.Events, endpoint.Enabled, endpoint.CreatedAt)
    {
        Description = endpoint.Description, DisabledReason = endpoint.DisabledReason, FailingSince = endpoint.FailingSince,
        Week = week is null ? null : new(week.Ended, week.Taken, week.AtOnce),
    };

    public static WebhookDeliveryResponse ToResponse(this Delivery delivery) => new()
    {
        Id = delivery.Id,
        Type = delivery.Type!,
        EndpointId = delivery.EndpointId,
        Url = delivery.Url,
        GenerationId = delivery.GenerationId,
        State = delivery.DueAt is not null ? "waiting" : delivery.Taken ? "taken" : "failed",
        CreatedAt = delivery.CreatedAt,
        DueAt = delivery.DueAt,
        Tries = delivery.Tries,
        Answer = delivery.Answer,
    };

    public static WebhookTry ToResponse(this DeliveryTry tried) => new(tried.At, tried.Status, tried.Milliseconds, tried.Answer, tried.Body);
}
