using static KieAi.Tests.ScriptedKie;

namespace KieAi.Tests;

/// <summary>The limits of a client: which calls wait for which, how to change them and how to turn them off.</summary>
public sealed class KieLimitTests
{
    private static readonly Func<HttpResponseMessage> Accepted = Says(Wire.TaskAccepted);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_creations_pass_in_ten_seconds_over_all_apis_together()
    {
        var kie = new ScriptedKie(Accepted);
        var client = kie.Client();
        for (var i = 0; i < 41; i++)
        {
            if (i % 2 == 0) await client.CreateTaskAsync(new() { Model = "m" }, Stop);
            else await client.ExtendRunwayAsync(new(), Stop);
        }

        kie.Seconds.ShouldBe([.. Enumerable.Repeat(0d, 20), .. Enumerable.Repeat(10d, 20), 20]);
    }

    [Fact]
    public async Task Ten_reads_pass_in_a_second_beside_the_creations()
    {
        var kie = new ScriptedKie(Accepted);
        var client = kie.Client();
        for (var i = 0; i < 21; i++)
        {
            if (i % 3 == 0) await client.GetVeo4kAsync(new() { TaskId = "t1" }, Stop);
            else await client.ReadAsync(i % 3 == 1 ? KieTaskApi.Jobs : KieTaskApi.Veo, "t1", Stop);
        }

        await client.CreateTaskAsync(new() { Model = "m" }, Stop);
        kie.Seconds.ShouldBe([.. Enumerable.Repeat(0d, 10), .. Enumerable.Repeat(1d, 10), 2, 2]);
    }

    [Fact]
    public async Task Limits_can_be_changed_and_turned_off()
    {
        var kie = new ScriptedKie(Accepted);
        var client = kie.Client(options => (options.Submissions, options.Reads) = (new(1, TimeSpan.FromSeconds(3)), null));
        for (var i = 0; i < 30; i++) await client.GetTaskAsync("t1", Stop);
        for (var i = 0; i < 3; i++) await client.CreateTaskAsync(new() { Model = "m" }, Stop);
        kie.Seconds.ShouldBe([.. Enumerable.Repeat(0d, 31), 3, 6]);
    }

    [Fact]
    public async Task Other_calls_wait_for_no_limit()
    {
        var kie = new ScriptedKie(Says("""{"code":200,"data":1}"""));
        var client = kie.Client(options => options.Reads = options.Submissions = new(1, TimeSpan.FromHours(1)));
        for (var i = 0; i < 5; i++) await client.GetCreditAsync(Stop);
        kie.Clock.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Waiter_who_cancels_sends_nothing_and_uses_up_nothing()
    {
        var kie = new FakeKie(Wire.TaskAccepted);
        var clock = new FakeClock();
        var client = new KieClient(new HttpClient(kie), new() { ApiKey = FakeKie.Key, Submissions = new(1, TimeSpan.FromSeconds(10)) }, clock);
        await Calls.CreateAsync(client);
        using var cancel = new CancellationTokenSource();
        var waiting = client.CreateTaskAsync(new() { Model = "m" }, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        kie.Calls.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(10));
        await Calls.CreateAsync(client);
        kie.Calls.ShouldBe(2);
    }

    /// <summary>Whatever the limit and however calls arrive, no window ever holds more of them than it may, and all of them come through.</summary>
    [Theory]
    [InlineData(1, 100)]
    [InlineData(3, 1000)]
    [InlineData(20, 10_000)]
    public async Task No_window_holds_more_than_the_limit(int calls, int milliseconds)
    {
        var window = TimeSpan.FromMilliseconds(milliseconds);
        var clock = new SelfWindingClock();
        var limiter = new KieRateLimiter(new(calls, window), clock);
        var random = new Random(calls);
        var passed = new List<TimeSpan>();
        for (var i = 0; i < 200; i++)
        {
            clock.Advance(window * (random.NextDouble() * 3 / calls));
            await limiter.WaitAsync(Stop);
            passed.Add(clock.Elapsed);
        }

        for (var i = calls; i < passed.Count; i++) (passed[i] - passed[i - calls]).ShouldBeGreaterThanOrEqualTo(window);
    }

    [Fact]
    public void Limit_that_lets_nothing_pass_is_refused()
    {
        Should.Throw<ArgumentException>(() => new KieRateLimiter(new(0, TimeSpan.FromSeconds(1))));
        Should.Throw<ArgumentException>(() => new KieRateLimiter(new(1, TimeSpan.Zero)));
    }
}
