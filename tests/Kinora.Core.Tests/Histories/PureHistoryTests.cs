using System.Collections.Concurrent;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Histories;

public sealed class PureHistoryTests
{
    /// <summary>Whatever happens in whatever order: the ledger balances, final states hold, nothing is charged twice.</summary>
    [Fact]
    public void A_hundred_thousand_random_histories_break_neither_the_state_machine_nor_the_ledger()
    {
        var first = Random.Shared.Next(1_000_000_000);
        var reached = new ConcurrentDictionary<GenerationStatus, bool>();
        var late = 0;
        Parallel.For(0, Draws.Of(100_000), i =>
        {
            var history = new PureHistory(first + i);
            history.Run().ShouldBeNull($"seed {first + i}");
            foreach (var end in history.Ends) reached[end.Key] = true;
            if (history.CameLate) Interlocked.Increment(ref late);
        });
        reached.Keys.ShouldBe(Enum.GetValues<GenerationStatus>(), ignoreOrder: true);
        late.ShouldBeGreaterThan(Draws.Of(1000));
    }
}
