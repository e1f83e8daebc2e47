using Kinora.Core.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Generations;

public sealed class WorkSignalsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);
    private readonly WorkSignals _signals = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_pulse_ends_the_wait_of_its_kind_and_of_no_other()
    {
        var (dispatch, poll) = (WaitAsync(WorkKind.Dispatch), WaitAsync(WorkKind.Poll));
        _signals.Pulse(WorkKind.Dispatch);
        await dispatch;
        poll.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Pulses_that_came_before_the_wait_are_heard_once()
    {
        _signals.Pulse(WorkKind.Dispatch);
        _signals.Pulse(WorkKind.Dispatch);
        await WaitAsync(WorkKind.Dispatch);
        WaitAsync(WorkKind.Dispatch).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_ends_quietly_when_its_time_is_up()
    {
        var wait = WaitAsync(WorkKind.Dispatch);
        wait.IsCompleted.ShouldBeFalse();
        _clock.Advance(Long);
        await wait;
    }

    [Fact]
    public async Task A_wait_that_is_called_off_says_so()
    {
        using var off = new CancellationTokenSource();
        var wait = _signals.WaitAsync(WorkKind.Dispatch, "", Long, _clock, off.Token);
        await off.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }

    private Task WaitAsync(WorkKind kind) => _signals.WaitAsync(kind, "", Long, _clock, TestContext.Current.CancellationToken);
}
