using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Providers;

/// <summary>What every keeper of budgets must do. One subclass each.</summary>
public abstract class RateBudgetCompliance
{
    private static readonly RateBudget Three = new("three", 3, TimeSpan.FromSeconds(10));

    private protected abstract IRateBudgets Budgets { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sets the clock that counts, which begins at <see cref="Some.Now"/>.</summary>
    protected abstract Task SetClockAsync(DateTimeOffset now);

    [Fact]
    public async Task Slots_are_free_until_the_window_is_full_and_then_follow_those_of_a_window_ago()
    {
        (await ReserveAsync(2)).ShouldBe([0, 0]);
        await SetClockAsync(Some.Now.AddSeconds(4));
        (await ReserveAsync(3)).ShouldBe([0, 6, 6]);
        (await ReserveAsync(1)).ShouldBe([10]);
        await SetClockAsync(Some.Now.AddSeconds(30));
        (await ReserveAsync(3)).ShouldBe([0, 0, 0]);
        (await ReserveAsync(3)).ShouldBe([10, 10, 10]);
    }

    [Fact]
    public async Task Budgets_of_other_names_are_apart()
    {
        (await ReserveAsync(3)).ShouldBe([0, 0, 0]);
        (await Budgets.ReserveAsync(Three with { Name = "others" }, 1, Stop)).ShouldBe([TimeSpan.Zero]);
    }

    [Fact]
    public async Task No_window_ever_holds_more_calls_than_allowed_however_many_ask_at_once()
    {
        var waits = (await Task.WhenAll(Enumerable.Range(0, 40).Select(i => ReserveAsync(1 + i % 3)))).SelectMany(some => some).Order().ToList();
        for (var i = 3; i < waits.Count; i++) (waits[i] - waits[i - 3]).ShouldBeGreaterThanOrEqualTo(10);
    }

    private async Task<List<double>> ReserveAsync(int count) => [.. (await Budgets.ReserveAsync(Three, count, Stop)).Select(wait => wait.TotalSeconds)];
}
