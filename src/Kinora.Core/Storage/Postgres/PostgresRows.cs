using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>What a group commit writes: one statement for each table, whatever the number of rows.</summary>
internal static class PostgresRows
{
    private const string Accounts =
        """
        UPDATE accounts AS row SET balance = new.balance, held = new.held, last_event = new.last_event, at_providers = new.at_providers, day = new.day,
          day_generations = new.day_generations, key_caps = new.key_caps
        FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[])
          AS new (id, balance, held, last_event, at_providers, day, day_generations, key_caps) WHERE row.id = new.id
        """;
    private const string NewGenerations =
        """
        INSERT INTO generations (id, version, status, due_at, document, account_id, parent_id, line, model_id, mode, search, group_item, group_id)
        SELECT id, version, status, due_at, document, account_id, parent_id, line, model_id, mode, search, group_item,
          CASE WHEN group_id IS NOT NULL THEN (SELECT kept.id FROM generation_groups AS kept WHERE kept.id = new.group_id) END
        FROM (
          SELECT unnest($1::text[]) AS id, unnest($2::bigint[]) AS version, unnest($3::text[]) AS status, unnest($4::bigint[]) AS due_at, unnest($5::text[]) AS document,
            unnest($6::text[]) AS account_id, unnest($7::text[]) AS parent_id, unnest($8::text[]) AS line, unnest($9::text[]) AS model_id, unnest($10::text[]) AS mode,
            unnest($11::text[]) AS search, unnest($12::text[]) AS group_item, unnest($13::text[]) AS group_id) AS new
        """;
    private const string Generations =
        """
        UPDATE generations AS row SET version = new.version, status = new.status, document = new.document, parent_id = new.parent_id, line = new.line,
          due_at = CASE WHEN new.leased THEN COALESCE(row.due_at, new.due_at) ELSE new.due_at END,
          lease_owner = CASE WHEN new.leased THEN row.lease_owner END
        FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[])
          AS new (id, version, status, due_at, document, account_id, parent_id, leased, line) WHERE row.id = new.id AND row.account_id = new.account_id
        """;
    private const string Ledger =
        """
        INSERT INTO ledger (account_id, generation_id, kind, balance_change, held_change, at, note, key_id)
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::bigint[]), unnest($5::bigint[]), unnest($6::bigint[]), unnest($7::text[]), unnest($8::text[])
        """;
    private const string Keys =
        """
        INSERT INTO idempotency (account_id, key, body_hash, generation_id)
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::text[])
        """;
    private const string History =
        """
        INSERT INTO history (generation_id, number, at, from_status, to_status, cause, detail)
        SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]), unnest($7::text[])
        """;
    private const string Events =
        "INSERT INTO events (account_id, number, generation_id, earlier) SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::text[]), unnest($4::text[])";
    private const string Deliveries =
        """
        INSERT INTO deliveries (id, account_id, generation_id, number, surface, type, endpoint_id, url, lane, document, created_at, due_at)
        SELECT id, account_id, generation_id, number, surface, type, endpoint_id, url, lane, document, created_at, (SELECT kinora_now())
        FROM unnest(
          $1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[])
          AS new (id, account_id, generation_id, number, surface, type, endpoint_id, url, lane, document, created_at)
        """;
    private const string KeptFiles = "DELETE FROM loose_files WHERE key = ANY($1)";
    private const string DroppedFiles =
        "INSERT INTO loose_files (key, sweep_at) SELECT key, (SELECT kinora_now()) FROM unnest($1::text[]) AS dropped (key) ON CONFLICT DO NOTHING";

    public static void AddTo(NpgsqlBatch batch, CommitScope scope)
    {
        var accounts = scope.Accounts.ToArray();
        if (accounts.Length > 0)
        {
            batch.Add(Accounts, accounts.Column(a => a.Key), accounts.Column(a => a.Value.Balance), accounts.Column(a => a.Value.Held), accounts.Column(a => a.Value.LastEvent),
                accounts.Column(a => a.Value.AtProviders), accounts.Column(a => a.Value.Day), accounts.Column(a => a.Value.DayGenerations),
                accounts.Column(a => AccountState.CapsColumn(a.Value.KeyCaps)));
        }

        var changes = scope.Generations.Values.ToLookup(change => scope.IsNew(change.Generation.Id));
        AddNew(batch, [.. changes[true]]);
        AddChanged(batch, [.. changes[false]]);
        AddLedger(batch, [.. scope.Ledger]);
        var keys = scope.Keys.ToArray();
        if (keys.Length > 0)
            batch.Add(Keys, keys.Column(k => k.Key.AccountId), keys.Column(k => k.Key.Key), keys.Column(k => k.Value.BodyHash), keys.Column(k => k.Value.GenerationId));
        AddHistory(batch, [.. scope.History]);
        var events = EventRow.Of(scope.Events);
        if (events.Length > 0)
            batch.Add(Events, events.Column(e => e.AccountId), events.Column(e => e.Number), events.Column(e => e.GenerationId), events.Column(e => e.Earlier));
        AddDeliveries(batch, [.. scope.Deliveries]);
        if (scope.KeptFiles.Count > 0) batch.Add(KeptFiles, [scope.KeptFiles.ToArray()]);
        if (scope.DroppedFiles.Count > 0) batch.Add(DroppedFiles, [scope.DroppedFiles.ToArray()]);
    }

    private static void AddNew(NpgsqlBatch batch, GenerationChange[] changes)
    {
        if (changes.Length == 0) return;
        var rows = Array.ConvertAll(changes, change => change.Generation);
        batch.Add(NewGenerations, rows.Column(g => g.Id), rows.Column(g => (long)g.Version), rows.Column(g => g.Status.Column()), rows.Column(g => g.DueAt?.Column()),
            changes.Column(c => c.Document), rows.Column(g => g.AccountId), rows.Column(g => g.ParentId), rows.Column(g => g.Line), rows.Column(g => g.ModelId),
            rows.Column(g => g.Mode), rows.Column(g => g.SearchColumn()), rows.Column(g => g.Marks.Group?.ItemId), rows.Column(g => g.Marks.Group?.GroupId));
    }

    private static void AddChanged(NpgsqlBatch batch, GenerationChange[] changes)
    {
        if (changes.Length == 0) return;
        var rows = Array.ConvertAll(changes, change => change.Generation);
        batch.Add(Generations, rows.Column(g => g.Id), rows.Column(g => (long)g.Version), rows.Column(g => g.Status.Column()), rows.Column(g => g.DueAt?.Column()),
            changes.Column(c => c.Document), rows.Column(g => g.AccountId), rows.Column(g => g.ParentId), changes.Column(c => c.KeepsLease), rows.Column(g => g.Line));
    }

    private static void AddLedger(NpgsqlBatch batch, LedgerEntry[] rows)
    {
        if (rows.Length == 0) return;
        batch.Add(Ledger, rows.Column(e => e.AccountId), rows.Column(e => e.GenerationId), rows.Column(e => e.Kind.Column()), rows.Column(e => e.BalanceChange),
            rows.Column(e => e.HeldChange), rows.Column(e => e.At.Column()), rows.Column(e => e.Note), rows.Column(e => e.KeyId));
    }

    private static void AddHistory(NpgsqlBatch batch, HistoryRow[] rows)
    {
        if (rows.Length == 0) return;
        batch.Add(History, rows.Column(r => r.GenerationId), rows.Column(r => (long)r.Number), rows.Column(r => r.Entry.At.Column()), rows.Column(r => r.Entry.From?.Column()),
            rows.Column(r => r.Entry.To.Column()), rows.Column(r => r.Entry.Cause), rows.Column(r => r.Entry.Detail));
    }

    private static void AddDeliveries(NpgsqlBatch batch, DeliveryRow[] rows)
    {
        if (rows.Length == 0) return;
        batch.Add(Deliveries, rows.Column(r => r.Id), rows.Column(r => r.AccountId), rows.Column(r => r.GenerationId), rows.Column(r => (long)r.Number),
            rows.Column(r => r.Surface), rows.Column(r => r.Type), rows.Column(r => r.EndpointId), rows.Column(r => r.Url?.AbsoluteUri), rows.Column(r => r.Lane),
            rows.Column(r => r.Document), rows.Column(r => r.At.Column()));
    }

    /// <summary>One column of the rows, as a parameter.</summary>
    public static TColumn[] Column<TRow, TColumn>(this TRow[] rows, Converter<TRow, TColumn> value) => Array.ConvertAll(rows, value);
}
