namespace Kinora.Testing.Processes;

/// <summary>One test's database; dropped at its end, whoever still uses it.</summary>
public sealed class PostgresTestDatabase(PostgresServer server, string name) : IAsyncDisposable
{
    /// <summary>As <c>KINORA_DATABASE</c> takes it.</summary>
    public string Address => server.AddressOf(name);

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

    public async ValueTask DisposeAsync() => await server.ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
}
