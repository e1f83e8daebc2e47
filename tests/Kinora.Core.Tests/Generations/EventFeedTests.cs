using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

public sealed class EventFeedTests
{
    private readonly EventFeed _feed = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void What_happened_after_the_last_look_is_not_waited_for()
    {
        _feed.Publish("acc", 7);
        _feed.WaitAsync("acc", 6, Stop).IsCompletedSuccessfully.ShouldBeTrue();
        _feed.WaitAsync("acc", 7, Stop).IsCompleted.ShouldBeFalse();
        _feed.WaitAsync("other", 0, Stop).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Each_listener_of_the_account_is_woken_and_no_other()
    {
        var (one, two, other) = (_feed.WaitAsync("acc", 0, Stop), _feed.WaitAsync("acc", 0, Stop), _feed.WaitAsync("other", 0, Stop));
        _feed.Publish("acc", 1);
        await Task.WhenAll(one, two).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        other.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task All_listeners_can_be_woken_and_then_wait_again_for_what_they_have_not_seen()
    {
        _feed.Publish("acc", 3);
        var (one, other) = (_feed.WaitAsync("acc", 3, Stop), _feed.WaitAsync("other", 0, Stop));
        _feed.WakeAll();
        await Task.WhenAll(one, other).WaitAsync(TimeSpan.FromSeconds(20), Stop);
        _feed.WaitAsync("acc", 3, Stop).IsCompleted.ShouldBeFalse();
        _feed.WaitAsync("acc", 2, Stop).IsCompletedSuccessfully.ShouldBeTrue();
    }
}
