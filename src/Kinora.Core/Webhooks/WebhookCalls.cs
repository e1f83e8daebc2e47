using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Webhooks;

/// <summary>What an owner sends to an endpoint by hand: a test, or what it should have heard.</summary>
public sealed class WebhookCalls(DeliveryLog log, TimeProvider time)
{
    /// <summary>Sends an event of no generation; answers the delivery's id.</summary>
    public async Task<string> TestAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Announcement.NewId(now);
        await log.AddAsync(
            new()
            {
                Id = id, AccountId = endpoint.AccountId, Surface = GenerationOrigin.Own, Type = WebhookEvents.Test, EndpointId = endpoint.Id, Lane = endpoint.Id, At = now,
            },
            cancellationToken);
        return id;
    }

    /// <summary>Sends once more what came about in a span of time, the oldest <see cref="DeliveryLog.MostAtOnce"/>.</summary>
    /// <returns>How many, and when the first that was left out came about; null when all were sent.</returns>
    public async Task<(int Count, DateTimeOffset? Next)> ReplayAsync(WebhookEndpoint endpoint, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var next = await log.BeyondAsync(endpoint.Id, from, until, cancellationToken);
        return (await log.RetryAsync(endpoint.Id, from, until, cancellationToken), next);
    }
}
