using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>What the keys of an account spend. The ledger knows it of all; of those with caps the group commit keeps it in the account's row as well.</summary>
internal static class KeySpending
{
    // What is held, and what was captured: the hold less what ended it, and what the balance has lost.
    private const string Change = "CAST(SUM(l.held_change - l.balance_change) AS BIGINT)";

    /// <summary>Keeps commits out until the end of the transaction.</summary>
    public static async Task<IReadOnlyDictionary<string, KeyCap>?> LockAsync(ISqlSession session, string accountId) =>
        AccountState.ReadCaps(await session.ScalarAsync("UPDATE accounts SET key_caps = key_caps WHERE id = $1 RETURNING key_caps", accountId) as string);

    public static async Task<IReadOnlyDictionary<string, KeyCap>?> CapsAsync(ISqlSession session, string accountId) =>
        AccountState.ReadCaps(await session.ScalarAsync("SELECT key_caps FROM accounts WHERE id = $1", accountId) as string);

    /// <summary>Sets or removes the caps of a key; in an account that is locked. What it has spent before counts.</summary>
    public static async Task CapAsync(ISqlSession session, string accountId, IReadOnlyDictionary<string, KeyCap>? caps, ApiKey key, DateTimeOffset now)
    {
        var next = new Dictionary<string, KeyCap>(caps ?? new Dictionary<string, KeyCap>());
        if (!key.Limits.HasCaps && !next.Remove(key.Id)) return;
        if (key.Limits.HasCaps)
        {
            if (!next.TryGetValue(key.Id, out var cap))
            {
                var (inAll, today) = await SpentAsync(session, accountId, now);
                cap = new(null, null, SpendingDay.Of(now), today.GetValueOrDefault(key.Id), inAll.GetValueOrDefault(key.Id));
            }

            next[key.Id] = cap with { Daily = key.Limits.DailyCredits, Total = key.Limits.TotalCredits };
        }

        await session.ExecuteAsync("UPDATE accounts SET key_caps = CAST($2 AS TEXT) WHERE id = $1", accountId, AccountState.CapsColumn(next));
    }

    /// <summary>What was spent, by key: in all, and for what was accepted today.</summary>
    public static async Task<(Dictionary<string, long> InAll, Dictionary<string, long> Today)> SpentAsync(ISqlSession session, string accountId, DateTimeOffset now)
    {
        var inAll = await session.QueryAsync(
            $"SELECT l.key_id, {Change} FROM ledger l WHERE l.account_id = $1 AND l.key_id IS NOT NULL GROUP BY l.key_id",
            row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), accountId);
        var today = await session.QueryAsync(
            $"""
            SELECT h.key_id, {Change} FROM ledger h JOIN ledger l ON l.generation_id = h.generation_id
            WHERE h.account_id = $1 AND h.kind = 'hold' AND h.at >= $2 AND h.key_id IS NOT NULL GROUP BY h.key_id
            """,
            row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), accountId, SpendingDay.Start(SpendingDay.Of(now)).Column());
        return (new(inAll), new(today));
    }
}
