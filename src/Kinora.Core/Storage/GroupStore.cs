using System.Data.Common;
using System.Text.Json;
using Kinora.Core.Generations;
using Kinora.Core.Groups;

namespace Kinora.Core.Storage;

/// <summary>Groups of requests. Which takes were made for them stands with the takes.</summary>
/// <remarks>Whatever changes a group locks its account's row first, as every commit does.</remarks>
public sealed class GroupStore
{
    /// <summary>Groups that one account may have.</summary>
    public const int MostOfOne = 500;

    /// <summary>Takes of one item that are read with its group: the newest.</summary>
    public const int MostTakes = 10;

    private const string Columns = "id, account_id, kind, name, created_at, version, last_item, items";

    // A page of an account's groups: $1 account, $2 before, $3 kind, $4 limit.
    private const string Page =
        """
        FROM generation_groups
        WHERE account_id = $1 AND id < COALESCE(CAST($2 AS TEXT), '~') AND (CAST($3 AS TEXT) IS NULL OR kind = $3) ORDER BY id DESC LIMIT $4
        """;

    private readonly ISqlDatabase _database;

    internal GroupStore(ISqlDatabase database) => _database = database;

    /// <summary>Null when the account has no such group.</summary>
    public Task<GenerationGroup?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync($"SELECT {Columns} FROM generation_groups WHERE id = $1 AND account_id = $2", Read, id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>A page of an account's groups, newest first, older than the one with id <paramref name="before"/>.</summary>
    /// <param name="kind">Null for every kind.</param>
    public Task<List<GroupSummary>> ListAsync(string accountId, GroupKind? kind, string? before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            object?[] page = [accountId, before, kind is { } one ? Column(one) : null, limit];
            var standings = (await session.QueryAsync(
                $"""
                WITH page AS (SELECT id {Page})
                SELECT group_id, group_item, status, MAX(id) FROM (
                  SELECT group_id, group_item, status, id FROM generations WHERE deleted_at IS NULL AND group_id IN (SELECT id FROM page)
                  UNION SELECT c.group_id, c.item_id, g.status, g.id FROM group_choices c JOIN generations g ON g.id = c.generation_id
                  WHERE g.deleted_at IS NULL AND c.group_id IN (SELECT id FROM page)) takes
                GROUP BY group_id, group_item, status
                """,
                row => (Item: new GroupLink(row.GetString(0), row.GetString(1)), Status: row.Status(2), Newest: row.GetString(3)), page)).ToLookup(row => row.Item);
            return await session.QueryAsync(
                $"SELECT id, kind, name, created_at, version, item_ids {Page}",
                row => new GroupSummary(row.GetString(0), Kind(row.GetString(1)), row.GetString(2), row.Time(3), (int)row.GetInt64(4))
                {
                    Items =
                    [
                        .. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => standings[new(row.GetString(0), item)]
                            .OrderByDescending(take => take.Status is GenerationStatus.Succeeded).ThenByDescending(take => take.Newest, StringComparer.Ordinal)
                            .Select(take => (GenerationStatus?)take.Status).FirstOrDefault()),
                    ],
                },
                page);
        },
        cancellationToken);

    /// <summary>False when the account has as many as it may.</summary>
    public Task<bool> AddAsync(GenerationGroup group, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if ((long)(await transaction.ScalarAsync("SELECT COUNT(*) FROM generation_groups WHERE account_id = $1", group.AccountId))! >= MostOfOne) return false;
            await SqlEvents.AppendAsync(transaction, group.AccountId, generationId: null);
            await transaction.ExecuteAsync(
                $"INSERT INTO generation_groups ({Columns}, item_ids) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                group.Id, group.AccountId, Column(group.Kind), group.Name, group.CreatedAt.Column(), (long)group.Version, (long)group.LastItem, Items(group), Ids(group));
            await ChooseAsync(transaction, group);
            return true;
        },
        cancellationToken);

    /// <summary>Writes the group in place of the version before its own; false when that is not there any more.</summary>
    public Task<bool> ChangeAsync(GenerationGroup group, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await IsThereAsync(transaction, group.AccountId, group.Id)) return false;
            await SqlEvents.AppendAsync(transaction, group.AccountId, generationId: null);
            if (await transaction.ExecuteAsync(
                """
                UPDATE generation_groups SET name = $4, version = $3, last_item = $5, items = $6, item_ids = $7
                WHERE id = $1 AND account_id = $2 AND version = CAST($3 AS BIGINT) - 1
                """,
                group.Id, group.AccountId, (long)group.Version, group.Name, (long)group.LastItem, Items(group), Ids(group)) != 1) return false;
            await ChooseAsync(transaction, group);
            return true;
        },
        cancellationToken);

    /// <summary>Takes the group away, not what was made for it; false when the account has no such group.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await IsThereAsync(transaction, accountId, id)) return false;
            await SqlEvents.AppendAsync(transaction, accountId, generationId: null);
            await transaction.ExecuteAsync("UPDATE generations SET group_id = NULL, group_item = NULL WHERE group_id = $1", id);
            await transaction.ExecuteAsync("DELETE FROM group_choices WHERE group_id = $1", id);
            return await transaction.ExecuteAsync("DELETE FROM generation_groups WHERE id = $1 AND account_id = $2", id, accountId) == 1;
        },
        cancellationToken);

    /// <summary>The newest <see cref="MostTakes"/> of each item, and whichever may count for it.</summary>
    public async Task<GroupTakes> TakesAsync(GenerationGroup group, CancellationToken cancellationToken) => new(await _database.ReadAsync(
        async session => (await session.QueryAsync(
            $"""
            SELECT {SqlMarks.Columns} FROM generations g JOIN (
              SELECT id, ROW_NUMBER() OVER (PARTITION BY group_item ORDER BY id DESC) AS place,
                ROW_NUMBER() OVER (PARTITION BY group_item, status ORDER BY id DESC) AS place_in_status
              FROM generations WHERE group_id = $1 AND deleted_at IS NULL) ranked ON ranked.id = g.id
            WHERE ranked.place <= $2 OR (g.status = 'succeeded' AND ranked.place_in_status = 1) OR g.id IN (SELECT value FROM json_each($3))
            """,
            row => row.Marked(0), group.Id, MostTakes, JsonSerializer.Serialize([.. group.Items.Select(item => item.Chosen).OfType<string>()], KinoraJsonContext.Default.StringArray))).Select(take => (take.Marks.Group!.ItemId, take))
            .Concat(await session.QueryAsync(
                $"SELECT c.item_id, {SqlMarks.Columns} FROM group_choices c JOIN generations g ON g.id = c.generation_id WHERE c.group_id = $1 AND g.deleted_at IS NULL",
                row => (row.GetString(0), row.Marked(1)), group.Id)),
        cancellationToken));

    /// <summary>What all takes of a group hold and were charged, the deleted ones too.</summary>
    public Task<(long Held, long Captured)> CreditsAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            """
            SELECT CAST(COALESCE(SUM(l.held_change), 0) AS BIGINT), CAST(COALESCE(-SUM(l.balance_change), 0) AS BIGINT)
            FROM ledger l JOIN generations g ON g.id = l.generation_id WHERE g.group_id = $1
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), id))[0],
        cancellationToken);

    private static async Task ChooseAsync(ISqlTransaction transaction, GenerationGroup group)
    {
        await transaction.ExecuteAsync("DELETE FROM group_choices WHERE group_id = $1", group.Id);
        foreach (var item in group.Items.Where(item => item.Chosen is not null))
            await transaction.ExecuteAsync("INSERT INTO group_choices (group_id, item_id, generation_id) VALUES ($1, $2, $3)", group.Id, item.Id, item.Chosen!);
    }

    private static async Task<bool> IsThereAsync(ISqlTransaction transaction, string accountId, string id) =>
        await transaction.ScalarAsync("SELECT 1 FROM generation_groups WHERE id = $1 AND account_id = $2", id, accountId) is not null;

    private static GenerationGroup Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        AccountId = row.GetString(1),
        Kind = Kind(row.GetString(2)),
        Name = row.GetString(3),
        CreatedAt = row.Time(4),
        Version = (int)row.GetInt64(5),
        LastItem = (int)row.GetInt64(6),
        Items = JsonSerializer.Deserialize(row.GetString(7), KinoraJsonContext.Default.IReadOnlyListGroupItem)!,
    };

    private static string Items(GenerationGroup group) => JsonSerializer.Serialize(group.Items, KinoraJsonContext.Default.IReadOnlyListGroupItem);

    private static string Ids(GenerationGroup group) => string.Join(' ', group.Items.Select(item => item.Id));

    private static string Column(GroupKind kind) => kind.ToString().ToLowerInvariant();

    private static GroupKind Kind(string column) => Enum.Parse<GroupKind>(column, ignoreCase: true);
}

/// <summary>A group in a list.</summary>
public sealed record GroupSummary(string Id, GroupKind Kind, string Name, DateTimeOffset CreatedAt, int Version)
{
    /// <summary>How each item stands, in their order: finished where it has a finished take, else as its newest take; null for a draft.</summary>
    public IReadOnlyList<GenerationStatus?> Items { get; init; } = [];
}
