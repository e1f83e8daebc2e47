using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

public sealed class RateGateTests
{
    private readonly FakeClock _clock = new(Some.Now);
    private readonly RateGate _gate;

    public RateGateTests() => _gate = new(new("calls", 20, TimeSpan.FromSeconds(10)), new LocalRateBudgets(_clock), _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crowd_passes_twenty_by_twenty_in_the_order_of_its_coming()
    {
        var calls = Enumerable.Range(0, 45).Select(_ => _gate.WaitAsync(Stop)).ToList();
        foreach (var passed in new[] { 20, 40, 45 })
        {
            await Soon.HoldsAsync(() => Task.FromResult(calls.Count(call => call.IsCompletedSuccessfully) == passed && (passed == 45 || _clock.IsAwaited)));
            calls.Take(passed).ShouldAllBe(call => call.IsCompletedSuccessfully);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Several_pass_together_as_far_as_there_is_room()
    {
        (await _gate.WaitAsync(16, Stop)).ShouldBe(16);
        (await _gate.WaitAsync(16, Stop)).ShouldBe(4);
        var next = _gate.WaitAsync(12, Stop);
        await Soon.HoldsAsync(() => Task.FromResult(_clock.IsAwaited));
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await next).ShouldBe(12);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_leaves_its_slot_to_the_next()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _gate.WaitAsync(Stop)));
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var leaving = _gate.WaitAsync(impatient.Token);
        var calls = Enumerable.Range(0, 20).Select(_ => _gate.WaitAsync(Stop)).ToList();
        await Soon.HoldsAsync(() => Task.FromResult(_clock.IsAwaited));
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaving);
        await Soon.HoldsAsync(() => Task.FromResult(_clock.IsAwaited));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(calls).WaitAsync(Stop);
    }

    [Fact]
    public async Task Slots_that_were_left_lying_are_not_used_late()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _gate.WaitAsync(Stop)));
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var leaving = _gate.WaitAsync(impatient.Token);
        await Soon.HoldsAsync(() => Task.FromResult(_clock.IsAwaited));
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaving);
        _clock.Advance(TimeSpan.FromSeconds(19.9));
        await Task.WhenAll(Enumerable.Range(0, 19).Select(_ => _gate.WaitAsync(Stop)));
        var next = _gate.WaitAsync(Stop);
        await Soon.HoldsAsync(() => Task.FromResult(_clock.IsAwaited || next.IsCompleted));
        next.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await next.WaitAsync(Stop);
    }
}
