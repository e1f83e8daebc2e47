namespace Kinora.Core.Storage;

/// <summary>The XML of the keys that protect secrets, where nodes share a database.</summary>
public sealed class DataKeyStore
{
    private readonly ISqlDatabase _database;

    internal DataKeyStore(ISqlDatabase database) => _database = database;

    public Task<List<string>> ReadAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync("SELECT xml FROM data_keys ORDER BY name", row => row.GetString(0)), cancellationToken);

    /// <summary>Keeps one; of two nodes that make the same name at once, the first.</summary>
    public Task AddAsync(string name, string xml, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync("INSERT INTO data_keys (name, xml) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, xml), cancellationToken);
}
