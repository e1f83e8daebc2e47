namespace KieAi;

/// <summary>One wait: reads again and again until something is over, a fault is definite or the budget is used up.</summary>
/// <param name="settle">Whether what was read ends the wait; may throw. Its second argument is the time waited.</param>
internal sealed class KieWait<T>(
    string taskId, KieWaitOptions options, Func<TimeSpan, TimeSpan> cadence, TimeProvider time,
    Func<CancellationToken, Task<T>> readAsync, Func<T, TimeSpan, bool> settle) where T : class
{
    private static readonly TimeSpan LastRead = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    private readonly long _start = time.GetTimestamp();
    private T? _last;
    private KieException? _fault;
    private int _faults;

    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    private TimeSpan Left => options.Budget - Elapsed;

    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await LookAsync(cancellationToken).ConfigureAwait(false) is { } done) return done;
            // Measured once: time goes on between two looks at the clock, and a delay of less than nothing may be one without end.
            var (pause, left) = (Pause(), Left);
            // Asked to stay away for longer than there is time, there is nothing to wait for.
            if (left <= TimeSpan.Zero || _fault?.RetryAfter > left) throw OverBudget();
            await KieDelay.ForAsync(pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T?> LookAsync(CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(Left > LastRead ? Left : LastRead, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            _last = await readAsync(both.Token).ConfigureAwait(false);
            (_fault, _faults) = (null, 0);
        }
        catch (KieException fault) when (MayPass(fault))
        {
            (_fault, _faults) = (fault, _faults + 1);
            return null;
        }
        catch (KieException fault)
        {
            throw new KieTaskUnreadableException(taskId, _last as KieTaskReading, fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw OverBudget();
        }

        return settle(_last, Elapsed) ? _last : null;
    }

    private bool MayPass(KieException fault) => fault.IsTransient || (IsNullRecord(fault) && Elapsed < options.RecordGrace);

    // The jobs API says "recordInfo is null", Veo "record is null".
    private static bool IsNullRecord(KieException fault) => fault.Code == 422
        && fault.Message.Contains("record", StringComparison.OrdinalIgnoreCase) && fault.Message.Contains("null", StringComparison.OrdinalIgnoreCase);

    private TimeSpan Pause()
    {
        var pause = cadence(Elapsed);
        if (_faults > 0) pause = Longer(pause, TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, _faults))));
        return Longer(Longer(pause, _fault?.RetryAfter ?? TimeSpan.Zero), ShortestPause);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private KieTaskTimeoutException OverBudget() => new(taskId, _last as KieTaskReading, Elapsed, _fault);
}
