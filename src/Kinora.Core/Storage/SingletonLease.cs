namespace Kinora.Core.Storage;

/// <summary>Lets one process at a time do what only one is to do, such as a sweep: over all nodes, by the database's clock.</summary>
public sealed class SingletonLease
{
    private readonly ISqlDatabase _database;

    internal SingletonLease(ISqlDatabase database) => _database = database;

    /// <summary>Takes the lease, or prolongs it when it is the owner's already. False while somebody else has it.</summary>
    /// <param name="owner">Of this process alone. It must be done, or have asked again, before <paramref name="time"/> is over.</param>
    public Task<bool> TryHoldAsync(string name, string owner, TimeSpan time, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            """
            INSERT INTO leases (name, owner, lapses_at) VALUES ($1, $2, (SELECT kinora_now()) + $3)
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, lapses_at = excluded.lapses_at
            WHERE leases.owner = excluded.owner OR leases.lapses_at <= (SELECT kinora_now())
            """,
            name, owner, (long)time.TotalMilliseconds) == 1,
        cancellationToken);

    /// <summary>Whether nobody holds a lease whose name begins with <paramref name="prefix"/> and sorts before <paramref name="name"/>. Lapsed ones are forgotten.</summary>
    public Task<bool> IsFirstAsync(string prefix, string name, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("DELETE FROM leases WHERE name LIKE $1 AND lapses_at <= (SELECT kinora_now())", prefix + "%");
            return await transaction.ScalarAsync("SELECT 1 FROM leases WHERE name LIKE $1 AND name < $2", prefix + "%", name) is null;
        },
        cancellationToken);
}
