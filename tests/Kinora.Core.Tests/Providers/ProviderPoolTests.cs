using System.Runtime.CompilerServices;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

/// <summary>Several accounts of one provider.</summary>
public sealed class ProviderPoolTests
{
    [Fact]
    public void Accounts_that_are_as_free_share_by_weight()
    {
        var pool = new ProviderPool([new ScriptedProvider { Account = "one", Weight = 3 }, new ScriptedProvider { Account = "two" }]);
        Enumerable.Range(0, 40).CountBy(_ => pool.Choose("kie", _ => true)!.Account).ToDictionary().ShouldBe(new Dictionary<string, int> { ["one"] = 30, ["two"] = 10 }, ignoreOrder: true);
    }

    [Fact]
    public void The_one_that_can_be_asked_soonest_is_chosen_whatever_its_weight()
    {
        var pool = new ProviderPool([new ScriptedProvider { Account = "one", Weight = 100, SubmissionWait = TimeSpan.FromSeconds(5) }, new ScriptedProvider { Account = "two" }]);
        Enumerable.Range(0, 5).ShouldAllBe(_ => pool.Choose("kie", _ => true)!.Account == "two");
        pool.Choose("kie", account => account.Account == "one")!.Account.ShouldBe("one");
    }

    [Fact]
    public void An_account_that_is_not_there_or_of_another_provider_is_not_chosen()
    {
        var pool = new ProviderPool([new ScriptedProvider { Account = "one" }]);
        pool.Choose("replicate", _ => true).ShouldBeNull();
        pool.Choose("kie", account => account.Account == "two").ShouldBeNull();
        Should.Throw<ProviderException>(() => pool.Of(Some.Generation() with { Attempt = Some.Attempt("a") with { Account = "gone" } })).Message.ShouldContain("gone");
    }

    [Fact]
    public async Task Two_accounts_of_two_nodes_take_a_burst_in_the_time_that_their_budgets_allow_and_exceed_neither()
    {
        var clock = new FakeClock(Some.Now);
        var budgets = new LocalRateBudgets(clock);
        List<DateTimeOffset> one = [], two = [];
        var gates = new List<StrongBox<int>>();

        // Each node has gates of its own; the budgets they share.
        var nodes = Enumerable.Range(0, 2).Select(_ => new ProviderPool([Account("one", one), Account("two", two)])).ToArray();
        var burst = Enumerable.Range(0, 100).Select(i => nodes[i % 2].Choose("kie", _ => true)!.SubmissionSlotAsync(TestContext.Current.CancellationToken)).ToList();
        for (var seconds = 0; seconds < 25; seconds++)
        {
            // Every gate at which calls stand waits for its next slot.
            await Soon.HoldsAsync(() => Task.FromResult(clock.Waits == gates.Count(calls => Volatile.Read(ref calls.Value) > 0)));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        burst.ShouldAllBe(call => call.IsCompletedSuccessfully);
        foreach (var calls in new[] { one, two })
        {
            calls.Count.ShouldBeInRange(40, 60);
            calls.Order().Zip(calls.Order().Skip(20), (first, next) => next - first).ShouldAllBe(apart => apart >= TimeSpan.FromSeconds(10));
            (calls.Max() - Some.Now).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(21));
        }

        ScriptedProvider Account(string name, List<DateTimeOffset> calls)
        {
            var gate = new RateGate(new(name + "/submissions", 20, TimeSpan.FromSeconds(10)), budgets, clock);
            var standing = new StrongBox<int>();
            gates.Add(standing);
            return new()
            {
                Account = name,
                OnSubmissionWait = () => gate.ExpectedWait,
                OnSubmissionSlot = async stop =>
                {
                    Interlocked.Increment(ref standing.Value);
                    await gate.WaitAsync(stop);
                    lock (calls) calls.Add(clock.GetUtcNow());
                    Interlocked.Decrement(ref standing.Value);
                },
            };
        }
    }
}
