using Kinora.Core.Storage;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

public sealed class SharedReadsTests
{
    private readonly FakeClock _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<(string Key, TaskCompletionSource<string?> Answer)> _readings = [];
    private readonly SharedReads<string, string?> _shared;
    private long _writes;

    public SharedReadsTests() => _shared = new(
        key =>
        {
            var answer = new TaskCompletionSource<string?>();
            _readings.Add((key, answer));
            return answer.Task;
        },
        () => _writes, _time);

    [Fact]
    public async Task Those_who_ask_while_one_reading_is_under_way_share_it()
    {
        var (first, second, third) = (_shared.ReadAsync("a"), _shared.ReadAsync("a"), _shared.ReadAsync("a"));
        _readings[0].Answer.SetResult("one");
        (await first, await second, await third).ShouldBe(("one", "one", "one"));
        _readings.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Those_who_ask_after_a_write_share_the_next_reading_and_not_the_one_under_way()
    {
        var first = _shared.ReadAsync("a");
        _writes++;
        var (second, third) = (_shared.ReadAsync("a"), _shared.ReadAsync("a"));
        _readings[0].Answer.SetResult("before");
        (await first).ShouldBe("before");
        second.IsCompleted.ShouldBeFalse();

        _readings[1].Answer.SetResult("after");
        (await second, await third).ShouldBe(("after", "after"));
        _readings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_read_is_told_for_a_moment()
    {
        await ReadAsync("one");
        _time.Advance(SharedReads<string, string?>.Moment - TimeSpan.FromTicks(1));
        (await _shared.ReadAsync("a")).ShouldBe("one");

        _time.Advance(TimeSpan.FromTicks(1));
        await ReadAsync("two");
        _readings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_read_is_told_until_this_node_writes()
    {
        await ReadAsync("one");
        _writes++;
        await ReadAsync("two");
        _readings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task That_there_is_nothing_is_not_remembered()
    {
        await ReadAsync(null);
        await ReadAsync("one");
        _readings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Other_keys_do_not_wait()
    {
        var (a, b) = (_shared.ReadAsync("a"), _shared.ReadAsync("b"));
        _readings[1].Answer.SetResult("b");
        (await b).ShouldBe("b");
        a.IsCompleted.ShouldBeFalse();
        _readings[0].Answer.SetResult("a");
        (await a).ShouldBe("a");
    }

    [Fact]
    public async Task Reading_that_fails_fails_for_those_alone_who_began_it()
    {
        var (first, second) = (_shared.ReadAsync("a"), _shared.ReadAsync("a"));
        _readings[0].Answer.SetException(new IOException("gone"));
        await Should.ThrowAsync<IOException>(first);
        _readings[1].Answer.SetResult("there");
        (await second).ShouldBe("there");
    }

    private async Task ReadAsync(string? answer)
    {
        var asked = _shared.ReadAsync("a");
        _readings[^1].Answer.SetResult(answer);
        (await asked).ShouldBe(answer);
    }
}
