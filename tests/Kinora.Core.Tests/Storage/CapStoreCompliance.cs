using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>How every engine must keep the caps of provider accounts.</summary>
public abstract class CapStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private const string Day = "2026-01-31";

    [Fact]
    public async Task No_more_are_let_in_than_may_run_and_each_that_leaves_makes_room()
    {
        var terms = new CapTerms("one", Day, MostRunning: 2, MostSpent: null);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EnterAsync($"gen_{i}", terms)));
        outcomes.Count(outcome => outcome is CapOutcome.In).ShouldBe(2);
        outcomes.Count(outcome => outcome is CapOutcome.Full).ShouldBe(6);
        (await Stores.Caps.RunningAsync("one", Stop)).ShouldBe(2);
        (await EnterAsync("gen_9", terms with { Account = "two" })).ShouldBe(CapOutcome.In);

        var inside = outcomes.Index().First(one => one.Item is CapOutcome.In).Index;
        await Stores.Caps.LeaveAsync($"gen_{inside}", terms, 0, Stop);
        (await EnterAsync("gen_10", terms)).ShouldBe(CapOutcome.In);
        (await EnterAsync("gen_11", terms)).ShouldBe(CapOutcome.Full);
    }

    [Fact]
    public async Task What_runs_counts_once_though_it_still_has_its_place_and_a_forgotten_place_lapses()
    {
        await FundAsync(1000);
        var terms = new CapTerms("kie", Day, MostRunning: 2, MostSpent: null);
        var accepted = await AcceptAsync();
        (await EnterAsync(accepted.Id, terms)).ShouldBe(CapOutcome.In);
        var submitting = accepted.BeginSubmission(Some.Attempt("a"), Some.Now.AddSeconds(75))!;
        await CommitAsync(submitting);
        await CommitAsync(submitting.Generation.Submitted("a", "task", Some.Now, Some.Now.AddSeconds(25), "answered")!);
        (await Stores.Caps.RunningAsync("kie", Stop)).ShouldBe(1);
        (await EnterAsync("gen_forgotten", terms)).ShouldBe(CapOutcome.In);
        (await EnterAsync("gen_third", terms)).ShouldBe(CapOutcome.Full);
        await SetClockAsync(Some.Now.AddMinutes(2));
        (await EnterAsync("gen_third", terms)).ShouldBe(CapOutcome.In);
    }

    [Fact]
    public async Task No_more_is_spent_in_a_day_than_may_be_and_what_was_refused_is_not_spent()
    {
        var terms = new CapTerms("one", Day, MostRunning: null, MostSpent: 100);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => EnterAsync($"gen_{i}", terms, 40)));
        outcomes.Count(outcome => outcome is CapOutcome.In).ShouldBe(2);
        outcomes.Count(outcome => outcome is CapOutcome.Spent).ShouldBe(3);
        (await Stores.Caps.SpentAsync("one", Day, Stop)).ShouldBe(80);

        await Stores.Caps.LeaveAsync("gen_0", terms, 40, Stop);
        (await Stores.Caps.SpentAsync("one", Day, Stop)).ShouldBe(40);
        (await EnterAsync("gen_6", terms, 60)).ShouldBe(CapOutcome.In);
        (await EnterAsync("gen_7", terms, 1)).ShouldBe(CapOutcome.Spent);
        (await EnterAsync("gen_8", terms with { Day = "2026-02-01" }, 1)).ShouldBe(CapOutcome.In);
    }

    private Task<CapOutcome> EnterAsync(string id, CapTerms terms, long cost = 0) => Stores.Caps.EnterAsync(id, terms, cost, Some.Now.AddMinutes(1), Stop);
}
