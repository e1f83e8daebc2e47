using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Begins a group commit: locks the rows that it is about, in order, and reads them, all in one round trip.</summary>
internal static class PostgresFacts
{
    private const string Begin = "BEGIN ISOLATION LEVEL READ COMMITTED";

    // Not FOR UPDATE: that would also hold up those who only refer to the row. Each statement sees what was committed before it began, so
    // whatever an account's lock guards (its idempotency keys) is read after the lock is had.
    private const string Versions = "SELECT id, version FROM generations WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE";
    private const string Accounts = $"SELECT id, {AccountState.Columns} FROM accounts WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE";
    private const string Keys =
        """
        SELECT kept.account_id, kept.key, kept.body_hash, kept.generation_id
        FROM unnest($1::text[], $2::text[]) AS asked (account_id, key)
        JOIN idempotency AS kept ON kept.account_id = asked.account_id AND kept.key = asked.key
        """;
    private const string LooseFiles = "SELECT key FROM loose_files WHERE key = ANY($1) AND sweeping = 0 ORDER BY key FOR NO KEY UPDATE";

    public static async Task<CommitFacts> LockAsync(NpgsqlConnection connection, CommitQuestions asked)
    {
        var keys = asked.Keys;
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Begin);
        batch.Add(Versions, [asked.Generations]);
        batch.Add(Accounts, [asked.Accounts]);
        batch.Add(Keys, Array.ConvertAll(keys, key => key.AccountId), Array.ConvertAll(keys, key => key.Key));
        batch.Add(LooseFiles, [asked.Files]);

        // Statements without rows are passed over, so the reader begins with the versions.
        await using var reader = await batch.ExecuteReaderAsync();
        var versions = new Dictionary<string, int>();
        while (await reader.ReadAsync()) versions[reader.GetString(0)] = (int)reader.GetInt64(1);
        await reader.NextResultAsync();
        var accounts = new Dictionary<string, AccountState>();
        while (await reader.ReadAsync()) accounts[reader.GetString(0)] = AccountState.Read(reader, 1);
        await reader.NextResultAsync();
        var kept = new Dictionary<(string AccountId, string Key), KeptKey>();
        while (await reader.ReadAsync()) kept[(reader.GetString(0), reader.GetString(1))] = new(reader.GetString(2), reader.GetString(3));
        await reader.NextResultAsync();
        var loose = new HashSet<string>();
        while (await reader.ReadAsync()) loose.Add(reader.GetString(0));
        return new(versions, accounts, kept, loose);
    }

    /// <summary>Adds a statement with its parameters in order.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params object?[] values)
    {
#pragma warning disable CA2100 // Every statement is a constant of Storage.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = PostgresText.Parameter(value) });
        batch.BatchCommands.Add(command);
    }
}
