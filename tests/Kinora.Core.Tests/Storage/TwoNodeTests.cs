using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

/// <summary>Tests with a database of their own that two nodes share.</summary>
public abstract class TwoNodeTests(PostgresServer server) : IAsyncLifetime
{
    private PostgresTestDatabase? _database;
    private TestStores? _one;
    private TestStores? _two;

    internal PostgresTestDatabase Database => _database!;

    internal TestStores One => _one!;

    internal TestStores Two => _two!;

    protected PostgresServer Server => server;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await server.NewDatabaseAsync(Stop);

        // Both at once: one applies the scripts, the other one waits.
        var opened = await Task.WhenAll(TestStores.PostgresAsync(_database.Address), TestStores.PostgresAsync(_database.Address));
        (_one, _two) = (opened[0], opened[1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_one is not null) await _one.DisposeAsync();
        if (_two is not null) await _two.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
