using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;
using Kinora.Testing.Processes;
using Npgsql;

namespace Kinora.Core.Tests.Storage;

/// <summary>Several nodes on one database.</summary>
public sealed class PostgresNodeTests(PostgresServer server) : TwoNodeTests(server)
{
    [Fact]
    public async Task What_one_node_commits_wakes_the_listeners_and_workers_of_another()
    {
        await FundAsync("acc", 1000);
        var told = Two.Feed.WaitAsync("acc", 0, Stop);
        var woken = WorkOf(Two);
        await AcceptAsync(One);
        await told.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        await woken.WaitAsync(TimeSpan.FromMinutes(1), Stop);
    }

    [Fact]
    public async Task Key_that_one_node_ended_is_known_to_another_for_a_second_at_most()
    {
        await FundAsync("acc", 0);
        var (key, clock) = (new ApiKey(new('a', 64), "Laptop", "kin_abcdef", Some.Now), new FakeClock());
        await One.Keys.AddAsync("acc", key, Stop);
        var elsewhere = new AccountStore(Two.Database, clock);
        (await elsewhere.FindCredentialAsync(CredentialKind.ApiKey, key.Hash, Some.Now, Stop)).ShouldNotBeNull();

        (await One.Keys.RemoveAsync("acc", key.Id, Stop)).ShouldBeTrue();
        (await One.Accounts.FindCredentialAsync(CredentialKind.ApiKey, key.Hash, Some.Now, Stop)).ShouldBeNull();
        (await elsewhere.FindCredentialAsync(CredentialKind.ApiKey, key.Hash, Some.Now, Stop)).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await elsewhere.FindCredentialAsync(CredentialKind.ApiKey, key.Hash, Some.Now, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_nodes_spend_the_last_credit_once()
    {
        await FundAsync("acc", 10_000);
        var results = await CrowdAsync(_ => null);
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(100);
        results.Count(result => result.Outcome is CommitOutcome.InsufficientCredits).ShouldBe(300);
        var events = await One.Generations.EventsAfterAsync("acc", 0, 200, Stop);
        events.Select(happened => happened.Number).ShouldBe(Enumerable.Range(1, 100).Select(number => (long)number));
    }

    [Fact]
    public async Task Commit_that_was_begun_first_and_ends_last_is_numbered_last_and_missed_by_no_reader()
    {
        await FundAsync("acc", 1000);
        var (begun, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = One.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ScalarAsync("SELECT last_event FROM accounts WHERE id = $1", "acc");
                begun.SetResult();
                await held.Task;
                await SqlEvents.AppendAsync(transaction, "acc", generationId: null);
                return true;
            },
            Stop);
        await begun.Task;
        await AcceptAsync(Two);
        (await One.Generations.EventsAfterAsync("acc", 0, 10, Stop)).Select(happened => happened.Number).ShouldBe([1]);
        held.SetResult();
        await late;
        (await One.Generations.EventsAfterAsync("acc", 1, 10, Stop)).Select(happened => happened.Number).ShouldBe([2]);
    }

    [Fact]
    public async Task A_key_that_two_nodes_are_given_makes_one_generation()
    {
        await FundAsync("acc", 100_000);
        var results = await CrowdAsync(turn => $"key {turn}");
        results.Count(result => result.Outcome is CommitOutcome.Applied).ShouldBe(25);
        results.Count(result => result.Outcome is CommitOutcome.KeyTaken).ShouldBe(375);
    }

    [Fact]
    public async Task Groups_that_touch_the_same_accounts_in_other_orders_do_not_stop_each_other()
    {
        string[] accounts = [.. Enumerable.Range(0, 20).Select(i => $"acc {i}")];
        foreach (var account in accounts) await FundAsync(account, 1_000_000);
        var stores = new[] { One, Two };
        var results = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => TryAcceptAsync(stores[i % 2], accounts[i * (i % 2 == 0 ? 7 : 13) % 20], null)));
        results.ShouldAllBe(result => result.Outcome == CommitOutcome.Applied);
    }

    [Fact]
    public async Task Marks_of_commits_do_not_pile_up()
    {
        await FundAsync("acc", 1_000_000);
        for (var i = 0; i < 150; i++) await AcceptAsync(One);
        (await One.Database.ReadAsync(session => session.ScalarAsync("SELECT COUNT(*) FROM commit_marks"), Stop)).ShouldBeOfType<long>().ShouldBeInRange(1, 100);
    }

    [Fact]
    public async Task Claims_pass_by_each_other()
    {
        await FundAsync("acc", 100_000);
        for (var i = 0; i < 40; i++) await AcceptAsync(One);
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? One : Two).Generations.ClaimAsync(
            GenerationStatus.Queued, "", new($"worker {i}", TimeSpan.FromMinutes(1)), 4, Stop)));
        var claimed = claims.SelectMany(some => some).Select(generation => generation.Id).ToList();
        claimed.ShouldBeUnique();
        while ((await One.Generations.ClaimAsync(GenerationStatus.Queued, "", new("last", TimeSpan.FromMinutes(1)), 100, Stop)) is { Count: > 0 } rest)
            claimed.AddRange(rest.Select(generation => generation.Id));
        claimed.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_listener_whose_connection_broke_comes_back_and_looks_at_everything()
    {
        await FundAsync("acc", 100_000);
        await AcceptAsync(One);
        await using var node = new ListeningNode(Database.Address, Database.Address);
        var listens = node.Feed.WaitAsync("acc", 0, Stop);
        node.Start(Stop);
        await listens.WaitAsync(TimeSpan.FromMinutes(1), Stop);

        // Nobody listens while this is committed.
        await Database.AllowAsync(connections: false, Stop);
        await Database.BreakListenersAsync(Stop);
        await node.Log.UntilAsync("broke", Stop);
        var told = node.Feed.WaitAsync("acc", 1, Stop);
        await AcceptAsync(One);
        told.IsCompleted.ShouldBeFalse();
        await Database.AllowAsync(connections: true, Stop);
        await told.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        told = node.Feed.WaitAsync("acc", await One.Accounts.LastEventAsync("acc", Stop), Stop);
        await AcceptAsync(One);
        await told.WaitAsync(TimeSpan.FromMinutes(1), Stop);
    }

    [Fact]
    public async Task Where_notifications_are_swallowed_everybody_looks_by_himself()
    {
        // Notifications stay within a database: whoever listens in another one hears nothing.
        await using var elsewhere = await Server.NewDatabaseAsync(Stop);
        await using var node = new ListeningNode(elsewhere.Address, Database.Address);
        node.Start(Stop);
        await node.Log.UntilAsync("passes no notifications on", Stop);
        await node.Feed.WaitAsync("acc", 0, Stop);
    }

    [Fact]
    public async Task Nodes_with_clocks_that_are_wrong_agree_on_the_time_of_the_database()
    {
        await Database.SetClockAsync(Some.Now, Stop);
        foreach (var offset in new[] { TimeSpan.FromHours(-1), TimeSpan.FromDays(400) })
        {
            await using var node = await TestStores.PostgresAsync(Database.Address, new FakeClock(TimeProvider.System.GetUtcNow() + offset));
            ((PostgresDatabase)node.Database).Clock.GetUtcNow().ShouldBe(Some.Now, TimeSpan.FromMinutes(1));
        }
    }

    private static async Task WorkOf(TestStores node)
    {
        // The pulse of its own start does not count.
        await node.Signals.WaitAsync(WorkKind.Dispatch, "", TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
        await node.Signals.WaitAsync(WorkKind.Dispatch, "", TimeSpan.FromMinutes(5), TimeProvider.System, Stop);
    }

    /// <summary>Sixteen callers of two nodes, 25 times each, so that the nodes' commits run side by side.</summary>
    private async Task<List<CommitResult>> CrowdAsync(Func<int, string?> key)
    {
        var stores = new[] { One, Two };
        var callers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            var results = new List<CommitResult>();
            for (var turn = 0; turn < 25; turn++) results.Add(await TryAcceptAsync(stores[caller % 2], "acc", key(turn)));
            return results;
        }));
        return [.. callers.SelectMany(results => results)];
    }

    private Task FundAsync(string account, long credits) => One.Accounts.CreateAsync(
        new(account, "Account", AccountRole.User, 0, 0), LedgerEntry.Grant(account, credits, Some.Now, "first"), Stop);

    private static async Task AcceptAsync(TestStores node) => (await TryAcceptAsync(node, "acc", null)).Outcome.ShouldBe(CommitOutcome.Applied);

    private static async Task<CommitResult> TryAcceptAsync(TestStores node, string account, string? key) =>
        (await node.Generations.CommitAsync([Some.Generation(account).Accept(key is null ? null : new(key, "hash"))], Stop))[0];

    /// <summary>What a node has that only listens.</summary>
    /// <param name="notes">Where it listens.</param>
    /// <param name="database">Where it asks for a notification, to see whether they arrive.</param>
    private sealed class ListeningNode(string notes, string database) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source = PostgresStart.Source(PostgresAddress.Read(database)!);
        private CancellationTokenSource? _stop;
        private Task _running = Task.CompletedTask;

        public EventFeed Feed { get; } = new();
        public CapturedLog<PostgresListener> Log { get; } = new();

        public void Start(CancellationToken cancellationToken)
        {
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _running = new PostgresListener(notes, _source, new PostgresAnnouncer(new WorkSignals(), Feed), TimeProvider.System, Log).RunAsync(_stop.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop!.CancelAsync();
            await _running;
            _stop.Dispose();
            await _source.DisposeAsync();
        }
    }
}
