using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Generations;

/// <summary>When to look again; what is learned is in <see cref="LearningTests"/>.</summary>
public sealed class ScheduleTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly Schedule _schedule;

    public ScheduleTests() => _schedule = new(_engine.Options, _engine.Durations, _engine.Clock);

    private static Generation Running => Some.Generation() with
    {
        Status = GenerationStatus.Running, StartedAt = Some.Now, Attempt = Some.Attempt("a") with { ProviderTaskId = "task" },
    };

    [Theory]
    [InlineData(5, 2)]
    [InlineData(60, 6)]
    [InlineData(600, 15)]
    public void What_was_called_back_about_and_is_not_done_is_asked_about_soon(int age, double wait)
    {
        var called = Running with { Attempt = Running.Attempt! with { CalledBack = true } };
        WaitOf(called, age, told: true).ShouldBe(wait);
    }

    [Fact]
    public void What_was_told_to_run_waits_for_its_callback_and_what_could_not_be_asked_does_not()
    {
        var told = WaitOf(Running, age: 1, told: true);
        told.ShouldBeGreaterThan(30);
        WaitOf(Running, age: 1, told: false).ShouldBe(30);
    }

    [Fact]
    public void No_look_is_planned_past_the_deadline_and_none_into_the_past()
    {
        var deadline = (int)Running.Patience.TotalSeconds;
        WaitOf(Running, deadline - 1, told: true).ShouldBe(1);
        WaitOf(Running, deadline, told: true).ShouldBeGreaterThanOrEqualTo(0);
        WaitOf(Running, deadline + 100, told: true).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void The_deadline_counts_from_the_start_or_where_none_is_known_from_the_request()
    {
        var late = Running with { StartedAt = Some.Now.AddHours(2) };
        _schedule.Deadline(late).ShouldBe(Some.Now.AddHours(2) + late.Patience);
        _schedule.Deadline(late with { StartedAt = null }).ShouldBe(Some.Now + late.Patience);
    }

    [Fact]
    public void What_has_no_attempt_began_when_it_was_started_or_else_requested()
    {
        var now = Some.Now.AddHours(1);
        var bare = Running with { Attempt = null };
        var first = _schedule.FirstPoll(bare with { StartedAt = now, CreatedAt = Some.Now }, now);
        first.ShouldBeGreaterThan(now);
        _schedule.FirstPoll(bare with { StartedAt = null, CreatedAt = now }, now).ShouldBe(first);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(7, 1920)]
    [InlineData(8, 3600)]
    [InlineData(99, 3600)]
    public void What_was_given_up_is_looked_at_ever_more_seldom(int looks, int seconds) =>
        Schedule.LateLook(looks).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(1, null, 2)]
    [InlineData(4, null, 16)]
    [InlineData(20, null, 300)]
    [InlineData(4, 15, 16)]
    [InlineData(4, 17, 17)]
    [InlineData(20, 400, 400)]
    [InlineData(1, 601, 600)]
    public void What_was_put_off_goes_again_as_the_provider_says_but_neither_at_once_nor_in_a_year(int tries, int? asked, int seconds) =>
        Schedule.Later(tries, asked is { } wait ? TimeSpan.FromSeconds(wait) : null).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(3, 8, 8)]
    [InlineData(6, 60, 64)]
    [InlineData(50, 60, 600)]
    public void Tries_are_farther_apart_each_time_up_to_a_limit(int tries, int usual, int longest)
    {
        Schedule.Backoff(tries).ShouldBe(TimeSpan.FromSeconds(usual));
        Schedule.LongBackoff(tries).ShouldBe(TimeSpan.FromSeconds(longest));
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private double WaitOf(Generation generation, int age, bool told)
    {
        var now = Some.Now.AddSeconds(age);
        return (_schedule.NextPoll(generation, told, now) - now).TotalSeconds;
    }
}
