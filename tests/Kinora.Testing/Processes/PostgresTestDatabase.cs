namespace Kinora.Testing.Processes;

/// <summary>One test's database; dropped at its end, whoever still uses it, or emptied for the next one.</summary>
public sealed class PostgresTestDatabase(PostgresServer server, string name) : IAsyncDisposable
{
    // References are not looked at while a superuser says that he replays; the clock is as the schema has it.
    private const string Empty =
        """
        SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        SET session_replication_role = replica;
        DO $$ DECLARE filled regclass; BEGIN
          FOR filled IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'schema_version'
          LOOP EXECUTE format('DELETE FROM %s', filled); END LOOP;
        END $$;
        CREATE OR REPLACE FUNCTION kinora_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS
          'SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)';
        """;

    /// <summary>As <c>KINORA_DATABASE</c> takes it.</summary>
    public string Address => server.AddressOf(name);

    internal string Name => name;

    /// <summary>Who is told the name once it is empty again; dropped where there is nobody.</summary>
    internal Action<string>? Returned { get; init; }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public Task ExecuteAsync(string statement, CancellationToken cancellationToken) => server.ExecuteAsync(name, statement, cancellationToken);

    /// <summary>Lets nobody connect any more, or everybody again. Who is connected stays so.</summary>
    public Task AllowAsync(bool connections, CancellationToken cancellationToken) =>
        server.ExecuteAsync("postgres", $"ALTER DATABASE {name} ALLOW_CONNECTIONS {connections}", cancellationToken);

    /// <summary>Breaks the connections that listen.</summary>
    public Task BreakListenersAsync(CancellationToken cancellationToken) => server.ExecuteAsync(
        "postgres", $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = '{name}'", cancellationToken);

    /// <summary>Lets the database's clock stand still at this time.</summary>
    public Task SetClockAsync(DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        $"CREATE OR REPLACE FUNCTION kinora_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS 'SELECT CAST({now.ToUnixTimeMilliseconds()} AS BIGINT)'", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Returned is null)
        {
            await server.ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
            return;
        }

        await ExecuteAsync(Empty, CancellationToken.None);
        Returned(name);
    }
}
