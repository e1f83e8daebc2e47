namespace KieAi.Tests;

/// <summary>A wait on a machine that stalls between any two steps of it.</summary>
public sealed class KieWaitRaceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Seconds, so many that each step of a round is once the one at which the budget ends.</summary>
    public static TheoryData<int> Budgets => [.. Enumerable.Range(1, 20).Select(looks => looks * 20)];

    [Theory]
    [MemberData(nameof(Budgets))]
    public async Task Budget_that_ends_between_two_looks_at_the_clock_is_a_timeout(int budget)
    {
        var kie = new FakeKie("""{"code":200,"data":{"taskId":"t1","state":"generating"}}""");
        var client = new KieClient(new HttpClient(kie), new() { ApiKey = FakeKie.Key, Reads = null }, new RushingClock());
        var options = new KieWaitOptions { Budget = TimeSpan.FromSeconds(budget) };
        await Should.ThrowAsync<KieTaskTimeoutException>(() => client.WaitAsync(KieTaskApi.Jobs, "t1", options, cancellationToken: Stop));
    }

    [Fact]
    public async Task Cancellation_that_a_listener_throws_is_its_own_and_no_timeout()
    {
        var client = new FakeKie("""{"code":200,"data":{"taskId":"t1","state":"generating"}}""").Client();
        await Should.ThrowAsync<OperationCanceledException>(() => client.WaitAsync(KieTaskApi.Jobs, "t1", null, new Cancelling(), Stop));
    }

    private sealed class Cancelling : IProgress<KieTaskReading>
    {
        public void Report(KieTaskReading value) => throw new OperationCanceledException();
    }

    /// <summary>Goes on by 20 s whenever it is looked at; delays are over at once, and timeouts never come.</summary>
    private sealed class RushingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, 20 * TimeSpan.TicksPerSecond);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (state is not CancellationTokenSource) ThreadPool.QueueUserWorkItem(_ => callback(state));
            return new NoTimer();
        }
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
