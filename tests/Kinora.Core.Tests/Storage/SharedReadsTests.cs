using Kinora.Core.Storage;

namespace Kinora.Core.Tests.Storage;

public sealed class SharedReadsTests
{
    private readonly List<(string Key, TaskCompletionSource<int> Answer)> _readings = [];
    private readonly SharedReads<string, int> _shared;

    public SharedReadsTests() => _shared = new(key =>
    {
        var answer = new TaskCompletionSource<int>();
        _readings.Add((key, answer));
        return answer.Task;
    });

    [Fact]
    public async Task Those_who_ask_while_one_reading_is_under_way_share_the_next()
    {
        var first = _shared.ReadAsync("a");
        var (second, third) = (_shared.ReadAsync("a"), _shared.ReadAsync("a"));
        _readings.Count.ShouldBe(1);

        _readings[0].Answer.SetResult(1);
        (await first).ShouldBe(1);
        second.IsCompleted.ShouldBeFalse();

        _readings.Count.ShouldBe(2);
        _readings[1].Answer.SetResult(2);
        (await second, await third).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Other_keys_do_not_wait_and_nothing_is_remembered()
    {
        var (a, b) = (_shared.ReadAsync("a"), _shared.ReadAsync("b"));
        _readings[1].Answer.SetResult(2);
        (await b).ShouldBe(2);
        _readings[0].Answer.SetResult(1);
        (await a).ShouldBe(1);

        var again = _shared.ReadAsync("a");
        _readings[2].Answer.SetResult(3);
        (await again).ShouldBe(3);
        _readings.Select(reading => reading.Key).ShouldBe(["a", "b", "a"]);
    }

    [Fact]
    public async Task Reading_that_fails_fails_for_those_who_shared_it_alone()
    {
        var (first, second) = (_shared.ReadAsync("a"), _shared.ReadAsync("a"));
        _readings[0].Answer.SetException(new IOException("gone"));
        await Should.ThrowAsync<IOException>(first);
        _readings[1].Answer.SetResult(2);
        (await second).ShouldBe(2);
    }
}
