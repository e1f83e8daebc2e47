namespace KieAi;

/// <summary>The two limits of a client, and which of them a call waits for.</summary>
internal sealed class KieLimits(KieClientOptions options, TimeProvider time)
{
    private readonly KieRateLimiter? _submissions = options.Submissions is { } limit ? new(limit, time) : null;
    private readonly KieRateLimiter? _reads = options.Reads is { } limit ? new(limit, time) : null;

    public async Task WaitAsync(KieCallKind kind, CancellationToken cancellationToken)
    {
        var (limiter, name) = kind switch
        {
            KieCallKind.Creation => (_submissions, "submissions"),
            KieCallKind.Read or KieCallKind.Upgrade => (_reads, "reads"),
            _ => (null, ""),
        };
        if (limiter is null) return;
        var start = time.GetTimestamp();
        await limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        KieTelemetry.Queued(name, time.GetElapsedTime(start));
    }
}
