namespace Kinora.Core.Storage;

/// <summary>Named sets of an account's generations.</summary>
public sealed class CollectionStore
{
    /// <summary>Collections that one account may have.</summary>
    public const int MostOfOne = 500;

    private readonly ISqlDatabase _database;

    internal CollectionStore(ISqlDatabase database) => _database = database;

    /// <summary>The account's collections, oldest first.</summary>
    public Task<List<Collection>> ListAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT c.id, c.name, c.created_at, COUNT(g.id) FROM collections c
            LEFT JOIN collection_items i ON i.collection_id = c.id LEFT JOIN generations g ON g.id = i.generation_id AND g.deleted_at IS NULL
            WHERE c.account_id = $1 GROUP BY c.id, c.name, c.created_at ORDER BY c.id
            """,
            row => new Collection(row.GetString(0), row.GetString(1), row.Time(2), (int)row.GetInt64(3)), accountId),
        cancellationToken);

    /// <summary>False when the account has as many as it may.</summary>
    public Task<bool> AddAsync(string accountId, Collection collection, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if ((long)(await transaction.ScalarAsync("SELECT COUNT(*) FROM collections WHERE account_id = $1", accountId))! >= MostOfOne) return false;
            return await transaction.ExecuteAsync(
                "INSERT INTO collections (id, account_id, name, created_at) VALUES ($1, $2, $3, $4)",
                collection.Id, accountId, collection.Name, collection.CreatedAt.Column()) == 1;
        },
        cancellationToken);

    /// <summary>False when the account has no such collection; so below.</summary>
    public Task<bool> RenameAsync(string accountId, string id, string name, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => await transaction.ExecuteAsync("UPDATE collections SET name = $3 WHERE id = $1 AND account_id = $2", id, accountId, name) == 1,
        cancellationToken);

    /// <summary>Takes the collection away; what is in it stays.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await IsOwnAsync(transaction, "collections", accountId, id)) return false;
            await transaction.ExecuteAsync("DELETE FROM collection_items WHERE collection_id = $1", id);
            return await transaction.ExecuteAsync("DELETE FROM collections WHERE id = $1", id) == 1;
        },
        cancellationToken);

    /// <summary>Puts a generation in; it may be there already.</summary>
    public Task<bool> PutAsync(string accountId, string id, string generationId, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await IsOwnAsync(transaction, "collections", accountId, id) || !await IsOwnAsync(transaction, "generations", accountId, generationId)) return false;
            await transaction.ExecuteAsync(
                "INSERT INTO collection_items (collection_id, generation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, generationId);
            return true;
        },
        cancellationToken);

    /// <summary>Takes a generation out; it may not be there.</summary>
    public Task<bool> TakeAsync(string accountId, string id, string generationId, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await IsOwnAsync(transaction, "collections", accountId, id)) return false;
            await transaction.ExecuteAsync("DELETE FROM collection_items WHERE collection_id = $1 AND generation_id = $2", id, generationId);
            return true;
        },
        cancellationToken);

    private static async Task<bool> IsOwnAsync(ISqlTransaction transaction, string table, string accountId, string id) =>
        await transaction.ScalarAsync($"SELECT 1 FROM {table} WHERE id = $1 AND account_id = $2", id, accountId) is not null;
}

/// <summary>A named set of generations.</summary>
/// <param name="Id"><c>col_</c> and a UUIDv7 in 32 hex digits.</param>
/// <param name="Count">Of the generations in it that are not deleted.</param>
public sealed record Collection(string Id, string Name, DateTimeOffset CreatedAt, int Count);
