using Kinora.Core.Generations;

namespace Kinora.Core.Webhooks;

/// <summary>Writes what is posted in the words of some API.</summary>
/// <param name="Surface">Of which origins: all surfaces that begin with it.</param>
/// <param name="WriteAsync">The request as it is sent, signed now. The generation is as it stands now, which is final, or further on than the change.</param>
public sealed record DeliveryForm(string Surface, Func<Delivery, Generation, CancellationToken, Task<HttpRequestMessage>> WriteAsync);
