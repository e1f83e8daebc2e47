using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Applies the scripts that the database has not seen yet. One node does, the others wait for it.</summary>
internal static class PostgresSchema
{
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static async Task UpgradeAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await EnsureVersionAsync(source, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var session = new PostgresSession(connection);

        // The row is the lease: whoever has it locked applies the scripts, and lets go of it when they are committed or it dies.
        var seen = (long)(await session.ScalarAsync("SELECT version FROM schema_version FOR UPDATE"))!;
        foreach (var (version, statements) in SchemaScripts.After(typeof(PostgresSchema), seen))
        {
            await ExecuteAsync(connection, statements, cancellationToken);
            await session.ExecuteAsync("UPDATE schema_version SET version = $1", (long)version);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task EnsureVersionAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await ExecuteAsync(
                    connection,
                    """
                    CREATE TABLE IF NOT EXISTS schema_version (one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL);
                    INSERT INTO schema_version (one, version) VALUES (1, 0) ON CONFLICT DO NOTHING;
                    """,
                    cancellationToken);
                return;
            }
            catch (PostgresException) when (tries < PostgresFaults.MostTries)
            {
                // IF NOT EXISTS does not hold against a node that creates it at this very moment.
            }
        }
    }

    // A script is many statements, which no prepared statement can be.
    private static async Task ExecuteAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Scripts are part of the program.
        await using var command = new NpgsqlCommand(script, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
