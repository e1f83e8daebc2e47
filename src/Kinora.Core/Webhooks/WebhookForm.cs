using System.Globalization;
using System.Net.Http.Headers;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Webhooks;

/// <summary>Kinora's own webhooks: signed as Standard Webhooks says, by the endpoint's secret or, where the request named the address, by the account's.</summary>
public sealed class WebhookForm(WebhookSecretStore secrets, Func<Delivery, Generation?, ReadOnlyMemory<byte>> body, TimeProvider time)
{
    public DeliveryForm Form => new(GenerationOrigin.Own, WriteAsync);

    private async Task<HttpRequestMessage?> WriteAsync(Delivery delivery, Generation? generation, CancellationToken cancellationToken)
    {
        var secret = await secrets.ReadAsync(delivery.EndpointId ?? delivery.AccountId, cancellationToken);
        if (secret.Current is not { } current) return null;
        var (content, now) = (body(delivery, generation), time.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardWebhooks.IdHeader, delivery.Id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            StandardWebhooks.SignatureHeader,
            new StandardWebhooks(secret.Previous is { } previous ? [current, previous] : [current], time).Sign(delivery.Id, now, content.Span));
        return request;
    }
}
