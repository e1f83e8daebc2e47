using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>How much waits.</summary>
public abstract class BacklogStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Backlog_counts_what_is_still_looked_at_and_what_is_held()
    {
        var backlog = new BacklogStore(Stores.Database);
        await backlog.AskAsync(Stop);
        await SetClockAsync(Some.Now);
        var none = await backlog.ReadAsync(Stop);
        (none.Lines.Count, none.Deliveries, none.DeliveryDue, none.Held).ShouldBe((0, 0, null, 0));

        await FundAsync(1000);
        await AcceptAsync(Some.Now.AddMinutes(-3));
        await AcceptAsync();
        var running = await AcceptAsync();
        var begun = running.BeginSubmission(Some.Attempt("a") with { Account = "kie-2" }, Some.Now.AddMinutes(1))!;
        await CommitAsync(begun);
        await CommitAsync(begun.Generation.Submitted("a", "task", Some.Now, Some.Now.AddMinutes(5), "answered")!);
        var called = Some.Generation() with { Origin = new() { Surface = "kie/jobs", CallbackUrl = new("https://caller.example/") } };
        await CommitAsync(called.Accept(null));
        await CommitAsync((await Stores.Generations.FindAsync(called.Id, Stop))!.Cancel(Some.Now)!);

        var some = await backlog.ReadAsync(Stop);
        some.Lines.OrderBy(line => line.Status).ShouldBe(
        [
            new(GenerationStatus.Queued, "", 2, Some.Now.AddMinutes(-3)),
            new(GenerationStatus.Running, "kie-2", 1, Some.Now.AddMinutes(5)),
        ]);
        (some.Deliveries, some.DeliveryDue, some.Held).ShouldBe((1, Some.Now, 300));
        some.At.ShouldBeInRange(Some.Now, Some.Now.AddMinutes(1));
    }
}
