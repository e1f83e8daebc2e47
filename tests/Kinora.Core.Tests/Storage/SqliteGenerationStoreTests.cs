using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Sqlite;

namespace Kinora.Core.Tests.Storage;

public sealed class SqliteGenerationStoreTests : GenerationStoreCompliance, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly EventFeed _feed = new();
    private SqliteDatabase _database;

    public SqliteGenerationStoreTests()
    {
        _database = SqliteDatabase.Open(Path.Combine(_folder, "kinora.db"));
        Store = new SqliteGenerationStore(_database, new WorkSignals(), _feed);
        Accounts = new SqliteAccountStore(_database, _feed);
    }

    protected override IGenerationStore Store { get; }
    protected override IAccountStore Accounts { get; }
    private protected override EventFeed Feed => _feed;

    [Fact]
    public async Task What_was_committed_is_there_after_opening_again()
    {
        await Accounts.CreateAsync(new("acc", "Account", Core.Accounts.AccountRole.Admin, 0, 0), null, TestContext.Current.CancellationToken);
        await _database.DisposeAsync();
        _database = SqliteDatabase.Open(Path.Combine(_folder, "kinora.db"));
        var found = await new SqliteAccountStore(_database, _feed).FindAsync("acc", TestContext.Current.CancellationToken);
        found!.Role.ShouldBe(Core.Accounts.AccountRole.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
