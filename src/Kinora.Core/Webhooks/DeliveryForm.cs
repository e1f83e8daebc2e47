using Kinora.Core.Generations;

namespace Kinora.Core.Webhooks;

/// <summary>Writes what is posted in the words of some API.</summary>
/// <param name="Surface">Of which origins: all surfaces that begin with it.</param>
/// <param name="WriteAsync">
/// The request as it is sent, signed now; null when the secret for it cannot be read. The generation is that of <see cref="Delivery.Tell"/>, null for a test.
/// </param>
public sealed record DeliveryForm(string Surface, Func<Delivery, Generation?, CancellationToken, Task<HttpRequestMessage?>> WriteAsync);
