namespace Kinora.Core.Storage.Sqlite;

/// <summary>Reads what a group of changes depends on and writes what they come to, row by row: inside one process that is as fast as in sets.</summary>
internal static class SqliteCommit
{
    private const string Insert =
        """
        INSERT INTO generations (id, version, status, document, due_at, account_id, parent_id, line, model_id, mode, search, group_id, group_item)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (SELECT id FROM generation_groups WHERE id = $12), $13)
        """;
    private const string Update =
        """
        UPDATE generations SET version = $2, status = $3, document = $4, due_at = $5, parent_id = $7, line = $8, lease_owner = NULL
        WHERE id = $1 AND account_id = $6
        """;
    private const string UpdateLeased =
        """
        UPDATE generations SET version = $2, status = $3, document = $4, due_at = COALESCE(due_at, $5), parent_id = $7, line = $8
        WHERE id = $1 AND account_id = $6
        """;

    /// <summary>Decides on all of the units together and writes what they come to.</summary>
    public static async Task ApplyAsync(ISqlTransaction transaction, IReadOnlyList<CommitUnit> units)
    {
        var scope = new CommitScope(await LoadAsync(transaction, new(units.SelectMany(unit => unit.Changes))));
        foreach (var unit in units) unit.Decide(scope);
        await WriteAsync(transaction, scope);
        transaction.Tell(scope.News());
    }

    private static async Task<CommitFacts> LoadAsync(ISqlSession session, CommitQuestions asked)
    {
        var versions = new Dictionary<string, int>();
        foreach (var id in asked.Generations)
        {
            if (await session.ScalarAsync("SELECT version FROM generations WHERE id = $1", id) is long version) versions[id] = (int)version;
        }

        var accounts = new Dictionary<string, AccountState>();
        foreach (var id in asked.Accounts)
        {
            var rows = await session.QueryAsync(
                $"SELECT {AccountState.Columns} FROM accounts WHERE id = $1", row => AccountState.Read(row, 0), id);
            if (rows.Count > 0) accounts[id] = rows[0];
        }

        var keys = new Dictionary<(string AccountId, string Key), KeptKey>();
        foreach (var key in asked.Keys)
        {
            var rows = await session.QueryAsync(
                "SELECT body_hash, generation_id FROM idempotency WHERE account_id = $1 AND key = $2",
                row => new KeptKey(row.GetString(0), row.GetString(1)), key.AccountId, key.Key);
            if (rows.Count > 0) keys[key] = rows[0];
        }

        var loose = new HashSet<string>();
        foreach (var file in asked.Files)
        {
            if (await session.ScalarAsync("SELECT 1 FROM loose_files WHERE key = $1 AND sweeping = 0", file) is not null) loose.Add(file);
        }

        return new(versions, accounts, keys, loose);
    }

    private static async Task WriteAsync(ISqlSession session, CommitScope scope)
    {
        foreach (var (id, account) in scope.Accounts)
        {
            await session.ExecuteAsync(
                "UPDATE accounts SET balance = $2, held = $3, last_event = $4, at_providers = $5, day = $6, day_generations = $7, key_caps = $8 WHERE id = $1",
                id, account.Balance, account.Held, account.LastEvent, account.AtProviders, account.Day, account.DayGenerations, AccountState.CapsColumn(account.KeyCaps));
        }

        foreach (var change in scope.Generations.Values)
        {
            var generation = change.Generation;
            object?[] columns =
            [
                generation.Id, generation.Version, generation.Status.Column(), change.Document, generation.DueAt.Column(), generation.AccountId,
                generation.ParentId, generation.Line,
            ];
            if (scope.IsNew(generation.Id))
            {
                var group = generation.Marks.Group;
                await session.ExecuteAsync(Insert, [.. columns, generation.ModelId, generation.Mode, generation.SearchColumn(), group?.GroupId, group?.ItemId]);
            }
            else
            {
                await session.ExecuteAsync(change.KeepsLease ? UpdateLeased : Update, columns);
            }
        }

        foreach (var entry in scope.Ledger) await session.ExecuteAsync(SqlLedger.Insert, SqlLedger.Columns(entry));
        foreach (var ((accountId, key), kept) in scope.Keys)
        {
            await session.ExecuteAsync(
                "INSERT INTO idempotency (account_id, key, body_hash, generation_id) VALUES ($1, $2, $3, $4)", accountId, key, kept.BodyHash, kept.GenerationId);
        }

        foreach (var (id, number, entry) in scope.History)
        {
            await session.ExecuteAsync(
                "INSERT INTO history (generation_id, number, at, from_status, to_status, cause, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                id, number, entry.At.Column(), entry.From?.Column(), entry.To.Column(), entry.Cause, entry.Detail);
        }

        foreach (var row in EventRow.Of(scope.Events)) await session.ExecuteAsync(EventRow.Insert, row.AccountId, row.Number, row.GenerationId, row.Earlier);
        foreach (var row in scope.Deliveries) await session.ExecuteAsync(SqlDeliveries.Insert, SqlDeliveries.Values(row));
        foreach (var file in scope.KeptFiles) await session.ExecuteAsync("DELETE FROM loose_files WHERE key = $1", file);
        foreach (var file in scope.DroppedFiles)
        {
            await session.ExecuteAsync("INSERT INTO loose_files (key, sweep_at) VALUES ($1, (SELECT kinora_now())) ON CONFLICT DO NOTHING", file);
        }
    }
}
