using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>What people do with their generations: favorites, tags, shares, and the bin. Each change is an event of the account.</summary>
public sealed class LibraryStore
{
    private readonly ISqlDatabase _database;

    internal LibraryStore(ISqlDatabase database) => _database = database;

    /// <summary>False when the account has no such generation; so with all changes here.</summary>
    public Task<bool> SetFavoriteAsync(string accountId, string id, bool favorite, CancellationToken cancellationToken) =>
        SetAsync("favorite = CAST($3 AS BIGINT)", [Bit(favorite)], "deleted_at IS NULL", accountId, id, cancellationToken);

    /// <param name="tags">In place of those that it has.</param>
    public Task<bool> SetTagsAsync(string accountId, string id, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        SetAsync("tags = CAST($3 AS TEXT)", [SqlMarks.TagsColumn(tags)], "deleted_at IS NULL", accountId, id, cancellationToken);

    /// <param name="share">In place of the one that it has; null ends the sharing.</param>
    public Task<bool> SetShareAsync(string accountId, string id, GenerationShare? share, CancellationToken cancellationToken) => SetAsync(
        "share_token = CAST($3 AS TEXT), share_prompt = CAST($4 AS BIGINT), share_download = CAST($5 AS BIGINT), share_ends_at = CAST($6 AS BIGINT)",
        [share?.Token, Bit(share?.ShowPrompt ?? true), Bit(share?.AllowDownload ?? true), share?.EndsAt.Column()],
        "deleted_at IS NULL", accountId, id, cancellationToken);

    /// <summary>Puts it into the bin, where it had come to an end. Whoever had the link of a share has it no more.</summary>
    public Task<bool> DeleteAsync(string accountId, string id, DateTimeOffset now, CancellationToken cancellationToken) => SetAsync(
        "share_token = NULL, deleted_at = CAST($3 AS BIGINT)", [now.Column()], "deleted_at IS NULL AND status IN ('succeeded', 'failed', 'canceled')",
        accountId, id, cancellationToken);

    /// <summary>Takes it out of the bin, where it was put after <paramref name="since"/>.</summary>
    public Task<bool> RestoreAsync(string accountId, string id, DateTimeOffset since, CancellationToken cancellationToken) =>
        SetAsync("deleted_at = NULL", [], $"purged = 0 AND deleted_at > {since.Column()}", accountId, id, cancellationToken);

    /// <summary>What is shared under a token; null where nothing is, or its time is over.</summary>
    public Task<Generation?> FindSharedAsync(string token, DateTimeOffset now, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            $"SELECT {SqlMarks.Columns} FROM generations g WHERE share_token = $1 AND (share_ends_at IS NULL OR share_ends_at > $2)", row => row.Marked(0), token, now.Column())).SingleOrDefault(),
        cancellationToken);

    /// <summary>The account's tags and how many generations have each, the commonest first.</summary>
    public async Task<IReadOnlyList<(string Tag, int Count)>> TagsAsync(string accountId, CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(
            session => session.QueryAsync(
                "SELECT tags, COUNT(*) FROM generations WHERE account_id = $1 AND tags <> '' AND deleted_at IS NULL GROUP BY tags",
                row => (Tags: SqlMarks.Tags(row.GetString(0)), Count: (int)row.GetInt64(1)), accountId),
            cancellationToken);
        return
        [
            .. rows.SelectMany(row => row.Tags, (row, tag) => (Tag: tag, row.Count)).GroupBy(one => one.Tag, StringComparer.Ordinal)
                .Select(tag => (tag.Key, tag.Sum(one => one.Count))).OrderByDescending(tag => tag.Item2).ThenBy(tag => tag.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Some that were put into the bin before this time and still have their files.</summary>
    internal Task<List<Generation>> DeletedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT document FROM generations WHERE deleted_at IS NOT NULL AND purged = 0 AND deleted_at <= $1 ORDER BY deleted_at LIMIT $2",
            row => row.Generation(0), before.Column(), limit),
        cancellationToken);

    /// <summary>Its files are gone; it cannot be had back any more.</summary>
    internal Task PurgedAsync(string id, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync("UPDATE generations SET purged = 1 WHERE id = $1", id), cancellationToken);

    private static long Bit(bool value) => value ? 1 : 0;

    // The account's row first, as every commit locks it.
    private Task<bool> SetAsync(string assignments, object?[] values, string where, string accountId, string id, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async transaction =>
            {
                if (await transaction.ScalarAsync($"SELECT 1 FROM generations WHERE id = $1 AND account_id = $2 AND {where}", id, accountId) is null) return false;
                await SqlEvents.AppendAsync(transaction, accountId, id);
                return await transaction.ExecuteAsync($"UPDATE generations SET {assignments} WHERE id = $1 AND account_id = $2", [id, accountId, .. values]) == 1;
            },
            cancellationToken);
}
