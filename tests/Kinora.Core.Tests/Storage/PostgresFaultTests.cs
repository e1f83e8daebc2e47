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

/// <summary>What becomes of commits and starts when the database, or the way to it, fails.</summary>
public sealed class PostgresFaultTests(PostgresServer server) : IAsyncLifetime
{
    private PostgresTestDatabase? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_answer_was_lost_is_told_as_it_was_and_one_that_was_lost_itself_as_failed(bool committed)
    {
        await using var wire = new CutWire(server.Socket) { AfterAll = committed };
        await using var stores = await TestStores.PostgresAsync(_database!, wire);
        await stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant("acc", 1000, Some.Now, "first"), Stop);
        var change = Some.Generation().Accept(null);
        wire.Word = "commit_marks";
        var commit = stores.Generations.CommitAsync([change], Stop);
        if (committed) (await commit)[0].Outcome.ShouldBe(CommitOutcome.Applied);
        else await Should.ThrowAsync<NpgsqlException>(commit);
        wire.Word.ShouldBeNull();
        (await stores.Generations.FindAsync(change.Generation.Id, Stop) is not null).ShouldBe(committed);
        (await stores.Accounts.FindAsync("acc", Stop))!.Held.ShouldBe(committed ? 100 : 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_grant_is_told_as_it_was_too(bool committed)
    {
        await using var wire = new CutWire(server.Socket) { AfterAll = committed };
        await using var stores = await TestStores.PostgresAsync(_database!, wire);
        await stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), null, Stop);
        wire.Word = "commit_marks";
        var grant = stores.Accounts.PostAsync(LedgerEntry.Grant("acc", 5, Some.Now, "more"), Stop);
        if (committed) (await grant).ShouldBeTrue();
        else await Should.ThrowAsync<NpgsqlException>(grant);
        (await stores.Accounts.FindAsync("acc", Stop))!.Balance.ShouldBe(committed ? 5 : 0);
    }

    [Fact]
    public async Task Words_that_PostgreSQL_cannot_keep_do_not_keep_a_generation_from_its_end()
    {
        await using var stores = await TestStores.PostgresAsync(_database!.Address);
        await stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant("acc", 1000, Some.Now, "a\0b"), Stop);
        var accepted = Some.Generation().Accept(null).Generation;
        var failed = accepted.Fail(new(FailureCode.ProviderFailed, "half \ud83d and \0 nothing", FailureBy.Provider), Some.Now, "poll")!;
        var results = await stores.Generations.CommitAsync([Some.Generation(id: accepted.Id).Accept(null), failed], Stop);
        results.ShouldAllBe(result => result.Outcome == CommitOutcome.Applied);
        (await stores.Generations.HistoryAsync(accepted.Id, Stop))[^1].Detail.ShouldBe("half � and � nothing");
        (await stores.Accounts.LedgerAsync("acc", null, 10, Stop))[^1].Entry.Note.ShouldBe("a�b");
    }

    [Fact]
    public async Task Commits_are_on_disk_whatever_the_database_is_set_to()
    {
        await _database!.ExecuteAsync($"ALTER ROLE kinora IN DATABASE {new NpgsqlConnectionStringBuilder(_database.Address).Database} SET synchronous_commit = off", Stop);
        await using var stores = await TestStores.PostgresAsync(_database.Address);
        for (var i = 0; i < 3; i++) (await stores.Database.ReadAsync(session => session.ScalarAsync("SHOW synchronous_commit"), Stop)).ShouldBe("on");
    }

    [Fact]
    public async Task Reading_goes_on_over_connections_that_broke_while_they_lay_idle()
    {
        await using var stores = await TestStores.PostgresAsync(_database!.Address);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stores.Accounts.FindAsync("acc", Stop)));
        await _database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Stop);
        for (var i = 0; i < 5; i++) (await stores.Accounts.FindAsync("acc", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_database_of_a_newer_Kinora_is_refused()
    {
        await using (await TestStores.PostgresAsync(_database!.Address)) { }
        await _database.ExecuteAsync("UPDATE schema_version SET version = 99", Stop);
        (await Should.ThrowAsync<InvalidDataException>(() => TestStores.PostgresAsync(_database.Address))).Message.ShouldContain("newer Kinora (schema 99");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_waited_for_and_one_that_says_no_is_not()
    {
        var away = $"Host={Path.GetTempPath()}nowhere;Username=kinora";
        await Should.ThrowAsync<NpgsqlException>(() => PostgresStart.WaitAsync(
            PostgresStart.Source(away), TimeSpan.FromMilliseconds(600), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, Stop));
        var wrong = _database!.Address.Replace("Username=kinora", "Username=nobody", StringComparison.Ordinal);
        (await Should.ThrowAsync<PostgresException>(() => TestStores.PostgresAsync(wrong))).SqlState.ShouldBe("28000");
    }

    public async ValueTask InitializeAsync() => _database = await server.NewDatabaseAsync(Stop);

    public ValueTask DisposeAsync() => _database!.DisposeAsync();
}
