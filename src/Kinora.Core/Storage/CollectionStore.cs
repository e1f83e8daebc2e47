namespace Kinora.Core.Storage;

/// <summary>Named sets of an account's generations, each in an order of its own.</summary>
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
            SELECT c.id, c.name, c.created_at, COUNT(g.id), c.note FROM collections c
            LEFT JOIN collection_items i ON i.collection_id = c.id LEFT JOIN generations g ON g.id = i.generation_id AND g.deleted_at IS NULL
            WHERE c.account_id = $1 GROUP BY c.id, c.name, c.created_at, c.note ORDER BY c.id
            """,
            row => new Collection(row.GetString(0), row.GetString(1), row.Time(2), (int)row.GetInt64(3), row.GetString(4)), accountId),
        cancellationToken);

    /// <summary>False when the account has as many as it may.</summary>
    public Task<bool> AddAsync(string accountId, Collection collection, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if ((long)(await transaction.ScalarAsync("SELECT COUNT(*) FROM collections WHERE account_id = $1", accountId))! >= MostOfOne) return false;
            return await transaction.ExecuteAsync(
                "INSERT INTO collections (id, account_id, name, created_at, note) VALUES ($1, $2, $3, $4, $5)",
                collection.Id, accountId, collection.Name, collection.CreatedAt.Column(), collection.Note) == 1;
        },
        cancellationToken);

    /// <summary>False when the account has no such collection; so below.</summary>
    /// <param name="note">Null to leave it.</param>
    public Task<bool> RenameAsync(string accountId, string id, string name, string? note, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            "UPDATE collections SET name = $3, note = COALESCE(CAST($4 AS TEXT), note) WHERE id = $1 AND account_id = $2", id, accountId, name, note) == 1,
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

    /// <summary>Puts a generation in, behind all others; one that is there already stays where it is.</summary>
    public Task<bool> PutAsync(string accountId, string id, string generationId, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await AreOwnAsync(transaction, accountId, id, generationId)) return false;
            await AppendAsync(transaction, id, generationId);
            return true;
        },
        cancellationToken);

    /// <summary>Puts a generation in, or moves it, right before or behind another one.</summary>
    public Task<PlaceOutcome> PlaceAsync(string accountId, string id, string generationId, string neighbor, bool behind, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await AreOwnAsync(transaction, accountId, id, generationId)) return PlaceOutcome.NotFound;
            if (await transaction.ScalarAsync("SELECT place FROM collection_items WHERE collection_id = $1 AND generation_id = $2", id, neighbor) is not long place)
                return PlaceOutcome.NoNeighbor;
            await AppendAsync(transaction, id, generationId);
            if (behind) place++;
            await transaction.ExecuteAsync("UPDATE collection_items SET place = place + 1 WHERE collection_id = $1 AND place >= $2", id, place);
            await transaction.ExecuteAsync("UPDATE collection_items SET place = $3 WHERE collection_id = $1 AND generation_id = $2", id, generationId, place);
            return PlaceOutcome.Done;
        },
        cancellationToken);

    /// <summary>Whether it is in the account's collection.</summary>
    public Task<bool> HasAsync(string accountId, string id, string generationId, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync(
            "SELECT 1 FROM collection_items i JOIN collections c ON c.id = i.collection_id WHERE c.account_id = $1 AND c.id = $2 AND i.generation_id = $3",
            accountId, id, generationId) is not null,
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

    // Those who order a collection at once take turns: writing its row, if nothing new, holds it until the transaction's end.
    private static async Task<bool> AreOwnAsync(ISqlTransaction transaction, string accountId, string id, string generationId) =>
        await transaction.ExecuteAsync("UPDATE collections SET name = name WHERE id = $1 AND account_id = $2", id, accountId) == 1
        && await IsOwnAsync(transaction, "generations", accountId, generationId);

    private static Task<int> AppendAsync(ISqlTransaction transaction, string id, string generationId) => transaction.ExecuteAsync(
        """
        INSERT INTO collection_items (collection_id, generation_id, place)
        SELECT $1, $2, COALESCE(MAX(place), 0) + 1 FROM collection_items WHERE collection_id = $1 ON CONFLICT DO NOTHING
        """,
        id, generationId);

    private static async Task<bool> IsOwnAsync(ISqlTransaction transaction, string table, string accountId, string id) =>
        await transaction.ScalarAsync($"SELECT 1 FROM {table} WHERE id = $1 AND account_id = $2", id, accountId) is not null;
}

/// <summary>What came of giving a generation its place in a collection.</summary>
public enum PlaceOutcome
{
    Done,

    /// <summary>The account has no such collection, or no such generation.</summary>
    NotFound,

    /// <summary>What it should stand beside is not in the collection.</summary>
    NoNeighbor,
}

/// <summary>A named set of generations.</summary>
/// <param name="Id"><c>col_</c> and a UUIDv7 in 32 hex digits.</param>
/// <param name="Count">Of the generations in it that are not deleted.</param>
/// <param name="Note">What it is for; empty where nobody said.</param>
public sealed record Collection(string Id, string Name, DateTimeOffset CreatedAt, int Count, string Note = "");
