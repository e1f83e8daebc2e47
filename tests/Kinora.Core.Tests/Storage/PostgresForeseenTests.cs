using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

/// <summary>Acceptances that are decided before the database was asked: what was foreseen wrongly is decided again.</summary>
public sealed class PostgresForeseenTests(PostgresServer server) : TwoNodeTests(server)
{
    [Fact]
    public async Task Credits_that_another_node_has_spent_are_not_spent_again()
    {
        (await AcceptAsync(One, 100)).ShouldBe([CommitOutcome.Applied]);
        (await AcceptAsync(Two, 850)).ShouldBe([CommitOutcome.Applied]);
        (await AcceptAsync(One, 50, 50)).ShouldBe([CommitOutcome.Applied, CommitOutcome.InsufficientCredits]);
        await ShouldHoldAsync(1000, events: 3);
    }

    [Fact]
    public async Task Credits_that_were_granted_meanwhile_can_be_spent()
    {
        (await AcceptAsync(One, 900)).ShouldBe([CommitOutcome.Applied]);
        // The grant is an event too.
        (await Two.Accounts.PostAsync(LedgerEntry.Grant("acc", 100, Some.Now, "more"), Stop)).ShouldBeTrue();
        (await AcceptAsync(One, 100, 100)).ShouldBe([CommitOutcome.Applied, CommitOutcome.Applied]);
        await ShouldHoldAsync(1100, events: 4);
    }

    [Fact]
    public async Task A_limit_that_was_set_meanwhile_holds()
    {
        (await AcceptAsync(One, 100)).ShouldBe([CommitOutcome.Applied]);
        await Database.ExecuteAsync("UPDATE accounts SET daily_generations = 2 WHERE id = 'acc'", Stop);
        (await AcceptAsync(One, 100, 100)).ShouldBe([CommitOutcome.Applied, CommitOutcome.DayIsFull]);
        await ShouldHoldAsync(200, events: 2);
    }

    [Fact]
    public async Task A_key_that_was_used_and_an_id_that_exists_are_told_as_ever()
    {
        var first = Some.Generation().Accept(new IdempotencyKey("key", "hash"));
        (await One.Generations.CommitAsync([first], Stop))[0].Outcome.ShouldBe(CommitOutcome.Applied);
        var again = (await One.Generations.CommitAsync([Some.Generation().Accept(new IdempotencyKey("key", "hash"))], Stop))[0];
        again.ShouldBe(new(CommitOutcome.KeyTaken, ExistingId: first.Generation.Id, SameBody: true));

        await using var three = await TestStores.PostgresAsync(Database.Address);
        (await AcceptAsync(three, 100)).ShouldBe([CommitOutcome.Applied]);
        (await three.Generations.CommitAsync([Some.Generation(id: first.Generation.Id).Accept(null)], Stop))[0].Outcome.ShouldBe(CommitOutcome.Conflict);
        await ShouldHoldAsync(200, events: 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_costs_nothing_and_takes_nothing_twice(bool committed)
    {
        await using var wire = new CutWire(Server.Socket) { AfterAll = committed };
        await using var stores = await TestStores.PostgresAsync(Database, wire);
        (await AcceptAsync(stores, 100)).ShouldBe([CommitOutcome.Applied]);
        wire.Word = "WITH expected";
        (await AcceptAsync(stores, 100)).ShouldBe([CommitOutcome.Applied]);
        wire.Word.ShouldBeNull();
        await ShouldHoldAsync(200, events: 2);
    }

    [Fact]
    public void After_a_mistake_the_database_is_asked_for_a_while()
    {
        var foreseen = new ForeseenFacts();
        CommitUnit[] units = [new([Some.Generation().Accept(null)], whole: false)];
        foreseen.Of(units).ShouldBeNull();
        Know(foreseen, units);
        foreseen.Of(units)!.Accounts["acc"].ShouldBe(new(1000, 100, 1) { Role = AccountRole.User, Day = SpendingDay.Of(Some.Now), DayGenerations = 1 });

        foreseen.WereWrong();
        Know(foreseen, units);
        for (var group = 0; group < 64; group++) foreseen.Of(units).ShouldBeNull();
        foreseen.Of(units).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_not_new_is_asked_about()
    {
        var accepted = Some.Generation().Accept(null);
        var foreseen = new ForeseenFacts();
        Know(foreseen, [new([accepted], whole: false)]);
        foreseen.Of([new([accepted.Generation.Fail(new(FailureCode.ProviderFailed, "no", FailureBy.Provider), Some.Now, "poll")!], whole: false)]).ShouldBeNull();
        foreseen.Of([new([Some.Generation("other").Accept(null)], whole: false)]).ShouldBeNull();
        foreseen.Of([new([Some.Generation().Accept(null) with { KeptFiles = ["file"] }], whole: false)]).ShouldBeNull();
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await One.Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant("acc", 1000, Some.Now, "first"), Stop);
    }

    private static void Know(ForeseenFacts foreseen, CommitUnit[] units)
    {
        var scope = new CommitScope(new(
            new Dictionary<string, int>(), new Dictionary<string, AccountState> { ["acc"] = new(1000, 0, 0) { Role = AccountRole.User } },
            new Dictionary<(string AccountId, string Key), KeptKey>(), new HashSet<string>()));
        foreach (var unit in units) unit.Decide(scope);
        foreseen.Keep(scope);
    }

    private static async Task<List<CommitOutcome>> AcceptAsync(TestStores node, params long[] credits) =>
        [.. (await node.Generations.CommitAsync([.. credits.Select(each => Some.Generation(credits: each).Accept(null))], Stop)).Select(result => result.Outcome)];

    private async Task ShouldHoldAsync(long held, int events)
    {
        (await One.Accounts.FindAsync("acc", Stop))!.Held.ShouldBe(held);
        (await One.Generations.EventsAfterAsync("acc", 0, 100, Stop)).Select(happened => happened.Number).ShouldBe(Enumerable.Range(1, events).Select(number => (long)number));
        (await One.Books.AccountFaultsAsync(10, Stop)).ShouldBeEmpty();
    }
}
