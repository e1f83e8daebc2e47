using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Webhooks;
using Kinora.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do so that callers who asked to be called hear how it ended.</summary>
public abstract class DeliveryStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private const string Lane = "acc example.com:443";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly FakeClock _clock = new(Some.Now);

    [Fact]
    public async Task End_is_due_to_be_told_by_the_commit_that_brings_it_and_nothing_before()
    {
        var accepted = await AcceptAsync("https://example.com/called?a=1");
        var silent = await AcceptAsync(callback: null);
        (await Stores.Deliveries.DueLanesAsync(Stop)).ShouldBeEmpty();

        (await CommitAsync(accepted.Cancel(Some.Now)!)).Outcome.ShouldBe(CommitOutcome.Applied);
        await CommitAsync(silent.Cancel(Some.Now)!);
        (await Stores.Deliveries.DueLanesAsync(Stop)).ShouldBe([(Lane, "acc")]);
        var told = (await Stores.Deliveries.ClaimAsync(Lane, Lease, 10, Stop)).ShouldHaveSingleItem();
        (told.AccountId, told.GenerationId, told.Number, told.Surface, told.CreatedAt, told.Tries).ShouldBe(("acc", accepted.Id, 2, "test/one", Some.Now, 0));
        (told.Url, told.Type, told.Snapshot).ShouldBe((new Uri("https://example.com/called?a=1"), null, null));
        (await Stores.DeliveryLog.OfAsync(silent.Id, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_is_one_nodes_until_it_lapses_and_what_was_taken_is_never_due_again()
    {
        for (var i = 0; i < 5; i++) await CommitAsync((await AcceptAsync("https://example.com")).Cancel(Some.Now)!);
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Stores.Deliveries.ClaimAsync(Lane, Lease, 2, Stop)));
        claims.SelectMany(claim => claim).Select(delivery => delivery.GenerationId).ShouldBeUnique();
        claims.Sum(claim => claim.Count).ShouldBe(5);

        var noted = claims.SelectMany(claim => claim).First();
        await NoteAsync(noted, 200);
        await SetClockAsync(Some.Now + Lease);
        var again = await Stores.Deliveries.ClaimAsync(Lane, Lease, 10, Stop);
        again.Count.ShouldBe(4);
        again.ShouldAllBe(delivery => delivery.Tries == 1 && delivery.GenerationId != noted.GenerationId);

        await Stores.Purge.DeliveriesAsync(Some.Now.AddDays(1), Stop);
        (await Stores.DeliveryLog.OfAsync(noted.GenerationId!, Stop)).ShouldBeEmpty();
        (await Stores.DeliveryLog.OfAsync(again[0].GenerationId!, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task All_are_listed_the_newest_first_and_one_that_has_ended_can_be_begun_anew()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var accepted = await AcceptAsync("https://example.com");
            await CommitAsync(accepted.Cancel(Some.Now)!);
            ids.Add(accepted.Id);
        }

        var all = await Stores.DeliveryLog.ListAsync(null, null, 10, Stop);
        all.Select(one => one.GenerationId).ShouldBe(ids, ignoreOrder: true);
        all.Select(one => one.Id).ShouldBeInOrder(SortDirection.Descending);
        (await Stores.DeliveryLog.ListAsync(all[0].Id, null, 1, Stop)).ShouldHaveSingleItem().Id.ShouldBe(all[1].Id);

        var ended = (await Stores.Deliveries.ClaimAsync(Lane, Lease, 1, Stop)).Single();
        await NoteAsync(ended, 410);
        (await Stores.DeliveryLog.ListAsync(null, false, 10, Stop)).ShouldHaveSingleItem().Answer.ShouldBe("status 410");
        (await Stores.DeliveryLog.ListAsync(null, true, 10, Stop)).Select(one => one.Id).ShouldBe(all.Select(one => one.Id).Where(id => id != ended.Id));

        (await Stores.DeliveryLog.RetryAsync(ended.GenerationId!, ended.Number, Stop)).ShouldBeTrue();
        (await Stores.DeliveryLog.RetryAsync(ended.GenerationId!, 99, Stop)).ShouldBeFalse();
        (await Stores.Deliveries.ClaimAsync(Lane, Lease, 10, Stop)).ShouldContain(one => one.GenerationId == ended.GenerationId && one.Tries == 0);
    }

    [Fact]
    public async Task Receiver_that_fails_nine_times_gets_the_tenth_and_no_eleventh()
    {
        var fails = 9;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = fails-- > 0 ? 500 : 204;
            return Task.CompletedTask;
        });
        using var http = Http();
        var ended = await EndAsync(site.Address.AbsoluteUri);
        var record = await RunAsync(Sender(http), ended, turns: 20);
        site.Requests.ShouldBe(10);
        (record.Tries, record.Answer, record.DueAt).ShouldBe((10, "taken", null));
    }

    [Fact]
    public async Task Receiver_that_never_takes_it_is_given_up_after_ten_tries_and_one_that_is_gone_at_once()
    {
        await using var broken = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/gone" ? 410 : 302;
            context.Response.Headers.Location = "https://example.com/elsewhere";
            return Task.CompletedTask;
        });
        using var http = Http();
        var record = await RunAsync(Sender(http), await EndAsync(broken.Address.AbsoluteUri), turns: 20);
        (record.Tries, record.Answer, record.DueAt).ShouldBe((10, "It was answered with status 302.", null));
        record = await RunAsync(Sender(http), await EndAsync(broken.Address + "gone"), turns: 3);
        (record.Tries, record.Answer, record.DueAt).ShouldBe((1, "It was answered with status 410.", null));
    }

    [Fact]
    public async Task Private_address_is_not_called()
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        using var http = new GuardedHttp(new(), _clock);
        var record = await RunAsync(Sender(http), await EndAsync($"https://127.0.0.1:{site.Address.Port}/"), turns: 1);
        site.Requests.ShouldBe(0);
        record.Tries.ShouldBe(1);
        record.Answer.ShouldNotBeNull().ShouldContain("public internet");
    }

    private GuardedHttp Http() => new(new() { Allow = ["127.0.0.1"] }, _clock);

    private Task NoteAsync(Delivery delivery, int status) => Stores.Deliveries.NoteAsync(
        DeliveryOutcome.Of(delivery, new(Some.Now, status, 12, $"status {status}", null), asked: null), Stop);

    private DeliverySender Sender(GuardedHttp http) => new(
        Stores.Deliveries,
        new(
            Stores.Generations, http,
            [new("test/", (delivery, generation, _) => Task.FromResult<HttpRequestMessage?>(new(HttpMethod.Post, delivery.Url) { Content = new StringContent(generation!.Id) }))],
            _clock),
        Stores.Signals, NullLogger<DeliverySender>.Instance);

    private async Task<Delivery> RunAsync(DeliverySender sender, Generation generation, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await sender.RunAsync(Stop);
            await sender.IdleAsync();
            _clock.Advance(TimeSpan.FromHours(27));
            await SetClockAsync(_clock.GetUtcNow());
        }

        return (await Stores.DeliveryLog.OfAsync(generation.Id, Stop)).ShouldHaveSingleItem();
    }

    private async Task<Generation> EndAsync(string callback)
    {
        var change = (await AcceptAsync(callback)).Cancel(Some.Now)!;
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    private async Task<Generation> AcceptAsync(string? callback)
    {
        await FundAsync(10_000);
        var change = (Some.Generation() with { Origin = new() { Surface = "test/one", CallbackUrl = callback is null ? null : new(callback) } }).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }
}
