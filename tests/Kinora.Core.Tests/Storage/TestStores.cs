using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Storage.Sqlite;
using Kinora.Testing;
using Kinora.Testing.Processes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Kinora.Core.Tests.Storage;

/// <summary>The stores over a database of one test's own.</summary>
internal sealed class TestStores(ISqlDatabase database, WorkSignals signals, EventFeed feed) : IAsyncDisposable
{
    public ISqlDatabase Database => database;
    public WorkSignals Signals => signals;
    public EventFeed Feed => feed;
    public GenerationStore Generations { get; } = new(database);
    public AccountStore Accounts { get; } = new(database, TimeProvider.System);
    public SessionStore Sessions { get; } = new(database);
    public PasswordStore Passwords { get; } = new(database);
    public SignInTryStore Tries { get; } = new(database);
    public IdentityStore Identities { get; } = new(database);
    public ApiKeyStore Keys { get; } = new(database);
    public AssetIndex Assets { get; } = new(database);
    public LooseFiles Loose { get; } = new(database);
    public SingletonLease Leases { get; } = new(database);
    public CallbackLog Callbacks { get; } = new(database);
    public Books Books { get; } = new(database);
    public LogPurge Purge { get; } = new(database);
    public DurationStore Durations { get; } = new(database);
    public ProviderCaps Caps { get; } = new(database);
    public HealthStore Health { get; } = new(database);
    public LibraryStore Library { get; } = new(database);
    public PersonStore Person { get; } = new(database);
    public CollectionStore Collections { get; } = new(database);
    public GroupStore Groups { get; } = new(database);
    public DeliveryStore Deliveries { get; } = new(database);
    public DeliveryLog DeliveryLog { get; } = new(database);
    public WebhookEndpointStore Endpoints { get; } = new(database);
    public WebhookSecretStore Secrets { get; } = new(
        database, new(text => "sealed:" + text, text => text.StartsWith("sealed:", StringComparison.Ordinal) ? text["sealed:".Length..] : null));
    public JoinStore Joins { get; } = new(database);
    public OutcomeStore Outcomes { get; } = new(database);

    /// <summary>On SQLite, in a file that may be there already.</summary>
    public static TestStores Sqlite(string path, TimeProvider time)
    {
        var (signals, feed) = (new WorkSignals(), new EventFeed());
        return new(SqliteDatabase.Open(path, signals, feed, time), signals, feed);
    }

    /// <summary>On PostgreSQL, as one more node.</summary>
    public static async Task<TestStores> PostgresAsync(string address, TimeProvider? time = null)
    {
        var (signals, feed) = (new WorkSignals(), new EventFeed());
        return new(
            await PostgresDatabase.OpenAsync(
                PostgresAddress.Read(address)!, signals, feed, TimeSpan.FromSeconds(5), time ?? TimeProvider.System, NullLoggerFactory.Instance,
                TestContext.Current.CancellationToken),
            signals, feed);
    }

    /// <summary>The same, over a wire that can be cut.</summary>
    public static Task<TestStores> PostgresAsync(PostgresTestDatabase database, CutWire wire) => PostgresAsync(
        new NpgsqlConnectionStringBuilder(database.Address) { Host = "127.0.0.1", Port = wire.Port, SslMode = SslMode.Disable }.ToString());

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
