using Kinora.Core.Storage;

namespace Kinora.Core.Retention;

/// <summary>Forgets callbacks, deliveries and events that were kept long enough, and sign-ins that have lapsed.</summary>
internal sealed class LogRetention(LogPurge purge, CoreOptions options, TimeProvider time)
{
    /// <summary>Callbacks that proved nothing are of use only while somebody looks for the reason.</summary>
    private static readonly TimeSpan Unproven = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await purge.SignInsAsync(now, cancellationToken);
        if (options.Retention.Logs is not { } kept) return;
        await purge.CallbacksAsync(proven: true, now - kept, cancellationToken);
        await purge.CallbacksAsync(proven: false, now - (kept < Unproven ? kept : Unproven), cancellationToken);
        await purge.DeliveriesAsync(now - kept, cancellationToken);
        await purge.MarkEventsAsync(now, cancellationToken);
        await purge.EventsAsync(now - kept, cancellationToken);
    }
}
