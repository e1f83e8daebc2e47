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
    // Dividing by zero is how a statement ends the transaction, and with it all that follows in the batch.
    private const string Expected =
        """
        WITH expected AS (
          SELECT * FROM unnest(
            $1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::text[])
            AS expected (id, balance, held, last_event, role, max_concurrent, daily_generations, at_providers, day, day_generations, key_caps, webhooks)),
        locked AS MATERIALIZED (
          SELECT row.id FROM accounts AS row JOIN expected ON row.id = expected.id
          WHERE (row.balance, row.held, row.last_event, row.role, row.at_providers, row.day, row.day_generations)
              = (expected.balance, expected.held, expected.last_event, expected.role, expected.at_providers, expected.day, expected.day_generations)
            AND row.max_concurrent IS NOT DISTINCT FROM expected.max_concurrent AND row.daily_generations IS NOT DISTINCT FROM expected.daily_generations
            AND row.key_caps IS NOT DISTINCT FROM expected.key_caps AND row.webhooks IS NOT DISTINCT FROM expected.webhooks
          ORDER BY row.id FOR NO KEY UPDATE OF row)
        SELECT 1 / (SELECT (count(*) = cardinality($1))::int FROM locked)
        """;
    private const string LooseFiles = "SELECT key FROM loose_files WHERE key = ANY($1) AND sweeping = 0 ORDER BY key FOR NO KEY UPDATE";

    public static async Task<CommitFacts> LockAsync(NpgsqlConnection connection, CommitQuestions asked)
    {
        var (versions, accounts) = (new Dictionary<string, int>(), new Dictionary<string, AccountState>());
        var (kept, loose) = (new Dictionary<(string AccountId, string Key), KeptKey>(), new HashSet<string>());
        await using var batch = new NpgsqlBatch(connection);
        var reads = new List<Action<NpgsqlDataReader>>();
        void Ask(string sql, Array about, Action<NpgsqlDataReader> read, params object?[] values)
        {
            if (about.Length == 0) return;
            batch.Add(sql, values);
            reads.Add(read);
        }

        var keys = asked.Keys;
        batch.Add(Begin);
        var generations = asked.Generations;
        Ask(Versions, generations, row => versions[row.GetString(0)] = (int)row.GetInt64(1), [generations]);
        var (accountIds, files) = (asked.Accounts, asked.Files);
        Ask(Accounts, accountIds, row => accounts[row.GetString(0)] = AccountState.Read(row, 1), [accountIds]);
        Ask(Keys, keys, row => kept[(row.GetString(0), row.GetString(1))] = new(row.GetString(2), row.GetString(3)),
            Array.ConvertAll(keys, key => key.AccountId), Array.ConvertAll(keys, key => key.Key));
        Ask(LooseFiles, files, row => loose.Add(row.GetString(0)), [files]);

        // Statements without rows are passed over, so the reader begins with the first answer.
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var read in reads)
        {
            while (await reader.ReadAsync()) read(reader);
            await reader.NextResultAsync();
        }

        return new(versions, accounts, kept, loose);
    }

    /// <summary>Begins one whose accounts are foreseen: locks them, and fails with <see cref="PostgresErrorCodes.DivisionByZero"/> when one of them stands otherwise.</summary>
    public static void Expect(NpgsqlBatch batch, IReadOnlyDictionary<string, AccountState> accounts)
    {
        var rows = accounts.Values.ToArray();
        batch.Add(Begin);
        batch.Add(Expected, accounts.Keys.ToArray(), rows.Column(a => a.Balance), rows.Column(a => a.Held), rows.Column(a => a.LastEvent), rows.Column(a => a.Role.ToString()),
            rows.Column(a => (long?)a.Limits?.MaxConcurrent), rows.Column(a => (long?)a.Limits?.DailyGenerations), rows.Column(a => a.AtProviders), rows.Column(a => a.Day),
            rows.Column(a => a.DayGenerations), rows.Column(a => AccountState.CapsColumn(a.KeyCaps)), rows.Column(a => a.Webhooks));
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
