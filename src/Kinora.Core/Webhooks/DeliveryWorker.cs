using Microsoft.Extensions.Logging;

namespace Kinora.Core.Webhooks;

/// <summary>Posts what is due, on every node.</summary>
internal sealed partial class DeliveryWorker(DeliverySender sender, KinoraEngine engine, TimeProvider time, ILogger<DeliveryWorker> logger)
    : PeriodicService(engine, TimeSpan.FromSeconds(1), time)
{
    protected override Task TurnAsync(CancellationToken cancellationToken) => sender.RunAsync(cancellationToken);

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(320, LogLevel.Error, "Deliveries met a fault and go on.")]
    private partial void LogFault(Exception fault);
}
