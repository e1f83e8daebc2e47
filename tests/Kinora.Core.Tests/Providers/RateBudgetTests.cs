using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

public sealed class RateBudgetTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task No_window_sees_more_calls_than_the_budget()
    {
        var budget = new RateBudget(20, TimeSpan.FromSeconds(10), _clock);
        var calls = Enumerable.Range(0, 50).Select(_ => budget.WaitAsync(TestContext.Current.CancellationToken)).ToList();
        calls.Count(call => call.IsCompleted).ShouldBe(20);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        calls.Count(call => call.IsCompleted).ShouldBe(20);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(calls.OrderByDescending(call => call.IsCompleted).Take(40)).WaitAsync(TestContext.Current.CancellationToken);
        calls.Count(call => call.IsCompleted).ShouldBe(40);
    }

    [Fact]
    public async Task Waiting_ends_with_the_callers_patience()
    {
        var budget = new RateBudget(1, TimeSpan.FromSeconds(10), _clock);
        await budget.WaitAsync(TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource();
        var waiting = budget.WaitAsync(patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }
}
